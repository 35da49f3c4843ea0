/** A piece of HTML, which is both shown and written out, so that what is copied is what was seen. */

export interface Piece {
  tag: string;
  attributes: Record<string, string>;
  /** CSS properties of the piece's own `style`. */
  properties?: Record<string, string>;
  content?: Piece | string;
}

/** The piece as it is written in a page. Whatever the texts in it are, they stay texts. */
export function htmlOf({ tag, attributes, properties = {}, content = '' }: Piece): string {
  const style = Object.entries(properties)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
  const written = Object.entries({ ...attributes, ...(style && { style }) })
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`))
    .join('');
  const inner = typeof content === 'string' ? escaped(content) : `\n  ${htmlOf(content)}\n`;
  return `<${tag}${written}>${inner}</${tag}>`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Makes an element what the piece is. What is so already is left alone, as a change may begin the tool anew. */
export function makeInto(element: HTMLElement, { attributes, properties = {}, content }: Piece) {
  for (const name of element.getAttributeNames())
    if (name !== 'style' && !(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  // By the object model, as a strict policy forbids the attribute.
  for (const name of [...element.style])
    if (!(name in properties)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(properties))
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
  if (typeof content === 'string' && element.textContent !== content) element.textContent = content;
}
