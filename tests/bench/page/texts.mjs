// English texts for all that a made-up pack has. Their words and lengths are those of the shipped pack, in another
// order, so that they take about as many bytes on the line as if somebody had written them.
import { randomNumbers } from '../random.mjs';

/**
 * @param {object} bundle as the core reads it.
 * @param {object} shipped the texts to take words from.
 * @returns what the pack's `texts.en.json` holds.
 */
export function textsOf(bundle, shipped) {
  const writer = new Writer(shipped);
  return {
    needs: ofEach(bundle.needs, ({ bands }) => ({
      title: writer.say(2),
      about: writer.say(12),
      bands: ofEach(bands, () => ({ word: writer.say(2), advice: writer.say(20) })),
    })),
    supports: ofEach(bundle.supports.supports, () => writer.say(2)),
    pack: { title: writer.say(8), intro: writer.say(20) },
    sections: ofEach(bundle.pack.sections, () => writer.say(3)),
    notices: ofEach(bundle.pack.notices, () => ({ title: writer.say(8), body: [writer.say(25)] })),
    actions: {},
    programmes: ofEach(bundle.programmes, ({ must, prefer }) => ({
      title: writer.say(4),
      provider: writer.say(3),
      line: writer.say(17),
      cost: writer.say(2),
      where: writer.say(6),
      criteria: ofEach([...must, ...prefer], () => writer.say(10)),
    })),
    questions: ofEach(bundle.questions, (question) => questionTexts(question, writer)),
    groups: {},
    refresh: {},
    topics: {},
  };
}

function questionTexts({ kind, options = [], points = 0 }, writer) {
  const keys = kind === 'yes_no' ? ['yes', 'no'] : points > 0 ? pointsTo(points) : options;
  return {
    title: writer.say(11),
    hint: writer.say(12),
    why: writer.say(18),
    short: writer.say(3),
    ...(kind === 'number' && { unit: writer.say(1) }),
    ...(keys.length > 0 && {
      options: Object.fromEntries(keys.map((key) => [key, writer.say(3)])),
    }),
    decline: writer.say(4),
  };
}

/** Takes words out of texts at random. */
class Writer {
  #words;
  #draw = randomNumbers(1);

  constructor(texts) {
    this.#words = JSON.stringify(Object.values(texts)).match(/[a-z]{2,}/g);
  }

  say(count) {
    return Array.from(
      { length: count },
      () => this.#words[Math.floor(this.#draw() * this.#words.length)],
    ).join(' ');
  }
}

const ofEach = (things, say) => Object.fromEntries(things.map((thing) => [thing.id, say(thing)]));

const pointsTo = (most) => Array.from({ length: most }, (_, at) => String(at + 1));
