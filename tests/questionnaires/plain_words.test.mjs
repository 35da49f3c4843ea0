import assert from 'node:assert/strict';
import test from 'node:test';
import { gradeOf, screensOf, sentencesOf, withoutTerms, wordsOf } from './plain_words.mjs';

test('sentences and words are counted as a reader does', () => {
  assert.equal(sentencesOf('Search GOV.UK for help. It is free.').length, 2);
  assert.equal(sentencesOf('England, 19 or over').length, 1);
  assert.equal(sentencesOf('A doctor looked. 65% went home.').length, 2);
  assert.equal(wordsOf("It's a half-time, paid role.").length, 6);
});

test('a term of the field is one short word, whatever its case, and only as a whole', () => {
  assert.equal(
    withoutTerms('Finite elements, and FINITE ELEMENTS', ['finite elements']),
    'term, and term',
  );
  assert.equal(withoutTerms('Finite elementss', ['finite elements']), 'Finite elementss');
  assert.equal(withoutTerms('C++ and C', ['c++']), 'term and C');
});

test('longer words and sentences ask for more years at school', () => {
  const plain = gradeOf(['We ask two things. You say yes or no.'], []);
  const wordy = gradeOf(
    ['Eligibility determination necessitates comprehensive documentation of circumstances.'],
    [],
  );
  assert.ok(plain < 2, `${plain}`);
  assert.ok(wordy > 15, `${wordy}`);
});

test('a screen holds all that is read at once, but neither links nor names', () => {
  const [screen] = screensOf({
    programmes: { a: { title: 'T', provider: 'P', criteria: { b: 'C' } } },
    groups: { c: 'not a screen' },
  });
  assert.deepEqual(screen, { kind: 'programme', id: 'a', texts: ['T', 'C'] });
});
