/** A mid-range phone on a slow connection: its processor four times slower, 1.6 Mbit/s, 150 ms a request. */
const CPU = 4;
const NETWORK = { download: 1.6e6 / 8, upload: 750e3 / 8, latency: 150 };

/** Slows a page of Puppeteer down, which keeps nothing of what it fetches. */
export async function slowDown(page) {
  await page.setCacheEnabled(false);
  await page.emulateNetworkConditions(NETWORK);
  await page.emulateCPUThrottling(CPU);
}
