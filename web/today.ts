import type { IsoDate } from './types.ts';

/** The date that the page assesses at, and whether the device's own date was passed over. */
export interface Today {
  date: IsoDate;
  /** The device's date is before the questionnaire was published, so it must be wrong. */
  deviceIsBehind: boolean;
}

/** The later of the device's date and the day on which the questionnaire was published. */
export function todayFor(published: IsoDate, device: Date = new Date()): Today {
  const date = localDate(device);
  return date < published
    ? { date: published, deviceIsBehind: true }
    : { date, deviceIsBehind: false };
}

function localDate(device: Date): IsoDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${device.getFullYear()}-${two(device.getMonth() + 1)}-${two(device.getDate())}`;
}
