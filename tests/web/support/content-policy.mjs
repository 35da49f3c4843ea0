/** A host's Content-Security-Policy, opened for the script of the tests and for nothing else. */

/** What a policy with `strict-dynamic` believes instead of an address. */
export const NONCE = 'of-the-tests';

/** The policy in which a script of a page may also come from `address`. */
export function allowing(policy, address) {
  const directives = new Map(
    policy
      .split(';')
      .map((each) => each.trim().split(/\s+/))
      .map(([name, ...sources]) => [name.toLowerCase(), sources]),
  );
  const sources = ['script-src-elem', 'script-src', 'default-src']
    .map((name) => directives.get(name))
    .find((each) => each !== undefined);
  if (sources === undefined) return policy;
  directives.set('script-src-elem', [
    ...sources.filter((each) => each !== "'none'"),
    address,
    ...(sources.includes("'strict-dynamic'") ? [`'nonce-${NONCE}'`] : []),
  ]);
  return [...directives].map((each) => each.flat().join(' ')).join('; ');
}
