/** The page's styles for a shadow root, in which one element stands in for the document. */

/** A length in rem, in a declaration; in the conditions of media queries the page around has no say over it. */
const REM = /(\d*\.?\d+)rem\b(?=[^{};]*[;}])/g;

/** The page around the tool may have given its root another size of text, which `rem` would follow. */
export function forShadowRoot(css) {
  return css
    .replace(/(^|[},{])(?::root|html|body)(?=[,{])/g, '$1.waymark')
    .replace(REM, 'calc($1*var(--rem))');
}
