// Personas: people by their situation, with what a pack must tell them. node tests/questionnaires/personas.mjs [--write]
// tells which claims of `waymark reach` no persona shows; --write puts what the pack tells each into its file, to be read
// by a person before it is kept.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { root, waymark } from '../support/command_line.mjs';

const folder = `${root}questionnaires/personas/`;

/** Every persona: the pack, the name and what its file holds. */
export async function readPersonas() {
  const personas = [];
  for (const pack of (await readdir(folder)).sort())
    for (const file of (await readdir(folder + pack)).sort())
      personas.push({
        pack,
        name: file.replace(/\.json$/, ''),
        path: `${folder}${pack}/${file}`,
        ...JSON.parse(await readFile(`${folder}${pack}/${file}`, 'utf8')),
      });
  return personas;
}

export function assessmentOf({ pack, answers, today }) {
  const { status, out, err } = waymark(
    ['assess', `questionnaires/${pack}`, '-', '--today', today],
    JSON.stringify(answers),
  );
  if (status !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** What a persona's file says of an assessment: bands, the first three, every verdict with what it hangs on, statuses. */
export function told(assessment) {
  const by = (keep, value) =>
    Object.fromEntries(assessment.programmes.filter(keep).map((each) => [each.id, value(each)]));
  const verdict = (wanted) => (each) => each.verdict === wanted;
  return {
    needs: Object.fromEntries(assessment.needs.map((need) => [need.id, need.band])),
    refreshes: assessment.refreshes.map(({ topic }) => topic),
    notices: assessment.notices,
    first: assessment.programmes
      .filter((each) => each.status !== 'closed' && each.verdict !== 'not_eligible')
      .slice(0, 3)
      .map(({ id }) => id),
    eligible: by(verdict('eligible'), ({ status }) => status),
    may_be_eligible: by(verdict('may_be_eligible'), ({ status, settled_by, ask_provider }) => ({
      status,
      settled_by,
      ...(ask_provider.length > 0 && { ask_provider }),
    })),
    not_eligible: by(verdict('not_eligible'), ({ status, unmet }) => ({ status, unmet })),
  };
}

/** The claims that an assessment shows, spelt as `claimed` spells those of `waymark reach`. */
export function shown({ answers }, assessment) {
  const claims = new Set();
  const left = new Set([...assessment.not_asked, ...assessment.undecided]);
  for (const [question, answer] of Object.entries(answers)) {
    if (left.has(question)) continue;
    claims.add(`question ${question}`);
    for (const each of Array.isArray(answer) ? answer : [answer])
      claims.add(`answer ${question} ${each}`);
    if (answer && typeof answer === 'object' && !Array.isArray(answer))
      for (const ratings of Object.values(answer))
        for (const [aspect, point] of Object.entries(ratings))
          claims.add(`answer ${question} ${aspect} ${point}`);
  }
  for (const topic of assessment.topics_offered) claims.add(`topic ${topic}`);
  for (const notice of assessment.notices) claims.add(`notice ${notice}`);
  for (const { id, band } of assessment.needs) claims.add(`band ${id} ${band}`);
  for (const { id, verdict, met, unmet, preferences } of assessment.programmes) {
    claims.add(`verdict ${id} ${verdict}`);
    for (const criterion of [...met, ...unmet, ...preferences.met, ...preferences.unmet])
      claims.add(`criterion ${id} ${criterion}`);
  }
  return claims;
}

/** What `waymark reach` proves can be reached in a pack. */
export async function claimed(pack) {
  const { out } = waymark(['reach', `questionnaires/${pack}`, '--json']);
  const claims = new Set();
  for (const each of JSON.parse(out).claims) {
    if (each.proof !== 'reached') continue;
    const { claim, question, answer, notice, need, band, programme, verdict, criterion } = each;
    if (claim === 'question') claims.add(`question ${question}`);
    if (claim === 'answer') claims.add(`answer ${question} ${answer}`);
    if (claim === 'notice') claims.add(`notice ${notice}`);
    if (claim === 'band') claims.add(`band ${need} ${band}`);
    if (claim === 'verdict') claims.add(`verdict ${programme} ${verdict}`);
    if (claim === 'must' || claim === 'preference')
      claims.add(`criterion ${programme} ${criterion}`);
  }
  const topics = `${root}questionnaires/${pack}/topics/`;
  for (const file of await readdir(topics).catch(() => []))
    for (const { id } of JSON.parse(await readFile(topics + file, 'utf8')).topics)
      claims.add(`topic ${id}`);
  return claims;
}

/** By pack, what can be reached and no persona shows. */
export async function missing(personas) {
  const result = {};
  for (const pack of new Set(personas.map((each) => each.pack))) {
    const claims = await claimed(pack);
    for (const persona of personas.filter((each) => each.pack === pack))
      for (const claim of shown(persona, assessmentOf(persona))) claims.delete(claim);
    result[pack] = [...claims];
  }
  return result;
}

async function main() {
  const personas = await readPersonas();
  if (process.argv.includes('--write'))
    for (const { pack, name, path, expect, ...persona } of personas) {
      const text = JSON.stringify({ ...persona, expect: told(assessmentOf({ pack, ...persona })) });
      await writeFile(
        path,
        await prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path }),
      );
    }
  for (const [pack, claims] of Object.entries(await missing(personas)))
    console.log([`${pack}: ${claims.length} that no persona shows`, ...claims].join('\n  '));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
