// The made-up rules as a questionnaire of Waymark: each is the must of a programme.
import { ASKED } from './rule-set.mjs';
import { TODAY } from './waymark-form.mjs';

/** The rule in the Common Expression Language, which other engines take too. */
export function celOf([operation, ...rest]) {
  switch (operation) {
    case 'and':
      return rest.map(celOf).join(' && ');
    case 'or':
      return `(${rest.map(celOf).join(' || ')})`;
    case 'not':
      return `!(${celOf(rest[0])})`;
    default:
      return `${rest[0]} ${operation} ${literal(rest[1])}`;
  }
}

function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function authored([id, { options, least, most }]) {
  const question = { id, section: 'all' };
  if (options) return { ...question, kind: 'one', options };
  if (least === undefined) return { ...question, kind: 'yes_no' };
  return { ...question, kind: 'number', min: least, max: most };
}

function programme(rule, place) {
  return {
    id: `programme-${1000 + place}`,
    supports: {},
    must: [{ id: 'rule', rule: celOf(rule) }],
    intake: 'unknown',
    checked: TODAY,
    sources: [{ link: 'https://example.org/', kind: 'provider' }],
  };
}

/** The bundle as the module opens it; nobody reads its words, so it has none. */
export function rulesBundle(rules) {
  return JSON.stringify({
    pack: {
      id: 'rules',
      version: 1,
      published: TODAY,
      languages: ['en'],
      settings: { stale_after: 18 },
      sections: [{ id: 'all' }],
      notices: [],
    },
    questions: Object.entries(ASKED).map(authored),
    derived: [],
    needs: [],
    supports: { source: 'editorial', supports: [] },
    topics: [],
    programmes: rules.map(programme),
  });
}
