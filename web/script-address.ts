/** Addresses of scripts that the tool loads itself: its own, and no others, also in the eyes of Trusted Types. */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const root = new URL('./', import.meta.url).href;

/** @throws TypeError for an address that is not beside the tool's own scripts. */
function own(address: string): string {
  if (!address.startsWith(root)) throw new TypeError(`${address} is no script of this tool`);
  return address;
}

const policy = createPolicy();

function createPolicy(): { createScriptURL(address: string): string } {
  const rules = { createScriptURL: own };
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    return trustedTypes?.createPolicy('waymark', rules) ?? rules;
  } catch {
    // The page around an inline tool has not named this policy; then it does not ask for one either, or forbids scripts.
    return rules;
  }
}

/** The address as browsers take it for a script. @throws TypeError as above. */
export function scriptAddress(address: URL): string {
  return policy.createScriptURL(address.href);
}
