/** Numbers that look drawn at random and are the same every time (the generator mulberry32). */
export class Draws {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  below(end) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  }

  oneOf(list) {
    return list[this.below(list.length)];
  }
}
