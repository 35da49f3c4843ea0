/** HTML as a value: whatever is put into a template is text, unless it is HTML of another template. */

class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** Nothing is shown of `undefined`, `null` and `false`; of a list, every part. Values of attributes stand in quotes. */
export function html(strings, ...values) {
  return new Markup(strings.map((string, at) => lean(string) + shown(values[at])).join(''));
}

function shown(value) {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  return Array.isArray(value) ? value.map(shown).join('') : escaped(String(value));
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);
}

/** The code's own indents are of no use to the reader. */
function lean(string) {
  return string.replace(/\s*\n\s*/g, '\n');
}
