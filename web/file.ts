/** Files that the person takes away or brings back. They go from the page to the device and nowhere else. */

/** Hands a text to the browser as a download. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** More than any save file has; the core says what is wrong with one that is larger than its own limit. */
const MOST_BYTES = 1_000_000;

/** The file's text; of a file that cannot be one of ours only so much as shows that. */
export function readText(file: File): Promise<string> {
  return file.slice(0, MOST_BYTES).text();
}
