/** Files that the page hands to the browser, caught on their way. */

/** Has the page note what it would save. Call before it saves anything. */
export function catchDownloads(page) {
  return page.evaluate(() => {
    window.saved = [];
    const blobs = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const address = create.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      if (blob) window.saved.push({ name: this.download, type: blob.type, blob });
    };
  });
}

/** What was saved since: `{name, type, text}` each. */
export async function saved(page) {
  await page.waitForFunction(() => window.saved.length > 0);
  return page.evaluate(() =>
    Promise.all(
      window.saved.map(async ({ name, type, blob }) => ({ name, type, text: await blob.text() })),
    ),
  );
}
