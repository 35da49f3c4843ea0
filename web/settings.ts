/**
 * What an editor may ask of the tool: in attributes of `<waymark-assessment>`, or in the address of the tool's own page
 * and of a plain frame. Both have the same names.
 */
import { NO_LOOK, type Look, type Theme } from './look.ts';
import type { Interview, Lang } from './types.ts';
import { isLang } from './words.ts';

export interface Settings {
  /** Empty: the site's usual questionnaire. */
  pack: string;
  /** Null: the reader's own. */
  lang: Lang | null;
  /** Which interview the first page offers first. */
  start: Interview;
  choice: Choice;
  look: Look;
}

/** Programmes that a partner puts before others, or shows alone, by their ids. */
export interface Choice {
  first: readonly string[];
  only: readonly string[];
}

/** The names under which settings are given. */
export const SETTING_NAMES = [
  'pack',
  'lang',
  'theme',
  'start',
  'programmes-first',
  'programmes-only',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** A setting that makes no sense. The tool runs with its usual one in its place. */
export interface SettingFault {
  name: SettingName;
  message: string;
}

const PACK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const INTERVIEWS: readonly Interview[] = ['full', 'quick'];

/**
 * @param given the value of a setting, or null where it is not given.
 * @returns the settings, and what is wrong with any of them.
 */
export function readSettings(given: (name: SettingName) => string | null): {
  settings: Settings;
  faults: SettingFault[];
} {
  const faults: SettingFault[] = [];
  const wrong = (name: SettingName, value: string, use: string): void => {
    faults.push({ name, message: `${name}="${value}" is not known. Use ${use}.` });
  };
  const oneOf = <T extends string>(name: SettingName, known: readonly T[], usual: T): T => {
    const value = given(name);
    if (value === null || value === '') return usual;
    const found = known.find((each) => each === value);
    if (!found) wrong(name, value, `one of: ${known.join(', ')}`);
    return found ?? usual;
  };
  const ids = (name: SettingName): string[] => {
    const listed = (given(name) ?? '').split(/[\s,]+/).filter((id) => id !== '');
    for (const id of listed)
      if (!PACK_ID.test(id)) wrong(name, id, 'ids of programmes, with spaces between them');
    return listed.filter((id) => PACK_ID.test(id));
  };
  const pack = given('pack') ?? '';
  if (pack !== '' && !PACK_ID.test(pack)) wrong('pack', pack, 'the id of a questionnaire');
  const lang = given('lang');
  if (lang !== null && lang !== '' && !isLang(lang)) wrong('lang', lang, 'one of: en, cy');
  const settings: Settings = {
    pack: PACK_ID.test(pack) ? pack : '',
    lang: isLang(lang) ? lang : null,
    start: oneOf('start', INTERVIEWS, 'full'),
    choice: { first: ids('programmes-first'), only: ids('programmes-only') },
    look: { ...NO_LOOK, theme: oneOf('theme', THEMES, 'auto') },
  };
  return { settings, faults };
}

/** The settings as the query of the address of the tool's page. */
export function addressQuery({ pack, lang, start, choice, look }: Settings): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null, usual = ''): void => {
    if (value !== null && value !== usual) query.set(name, value);
  };
  put('pack', pack);
  put('lang', lang);
  put('start', start, 'full');
  put('programmes-first', choice.first.join(' '));
  put('programmes-only', choice.only.join(' '));
  for (const [name, value] of Object.entries(look)) put(name, value, NO_LOOK[name as keyof Look]);
  return query.toString();
}
