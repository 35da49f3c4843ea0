// What Waymark is meant to reach beside its peers, judged within one run. Nothing fails for being slow.

const smallest = (rows, of) => rows.reduce((one, other) => (of(other) < of(one) ? other : one));

/** Whether a number keeps to its bar, as a row of a table. */
function atMost(what, number, bar, beside) {
  return { what, number, bar, met: number <= bar, beside, sign: 'at most' };
}
function atLeast(what, number, bar, beside) {
  return { what, number, bar, met: number >= bar, beside, sign: 'at least' };
}

export function barsOf({ pages, scoring, rules }) {
  const peers = pages.filter(({ name }) => name !== 'waymark' && name !== 'floor');
  const waymark = pages.find(({ name }) => name === 'waymark');
  const survey = pages.find(({ name }) => name === 'surveyjs');
  const lightest = smallest(peers, ({ bytes }) => bytes.brotli);
  const quickest = smallest(peers, ({ load }) => load.visible.median);
  const bytes = ({ bytes: { brotli } }) => waymark.bytes.brotli / brotli;

  const named = (rows) => (name) => rows.find((row) => row.name === name).time.median;
  const score = named(scoring.rows);
  const rule = named(rules.rows);
  const peersOf = (rows) => rows.filter(({ title }) => !/^Waymark|\(floor\)$/.test(title));
  const scorer = smallest(peersOf(scoring.rows), ({ time }) => time.median);
  const judge = smallest(peersOf(rules.rows), ({ time }) => time.median);
  const wrong = rules.rows
    .filter(({ name }) => name.startsWith('waymark'))
    .reduce((sum, { said }) => sum + said.wrong, 0);

  return [
    atMost('bytes, beside the smallest peer', bytes(lightest), 0.5, lightest.title),
    atMost('bytes, beside SurveyJS', bytes(survey), 0.25, survey.title),
    atMost(
      'time to the first question, beside the fastest peer',
      waymark.load.visible.median / quickest.load.visible.median,
      0.5,
      quickest.title,
    ),
    atLeast('scores, native', scorer.time.median / score('native'), 20, scorer.title),
    atLeast(
      'scores, WebAssembly, whole call',
      scorer.time.median / score('wasm'),
      10,
      scorer.title,
    ),
    atLeast(
      'rules, native, three-valued',
      judge.time.median / rule('waymark-native-three_valued'),
      2,
      judge.title,
    ),
    atLeast(
      'rules, WebAssembly, three-valued',
      judge.time.median / rule('waymark-wasm-three_valued'),
      1,
      judge.title,
    ),
    atMost('wrong verdicts on missing answers', wrong, 0, 'the truth, by trying all answers'),
  ];
}
