/** A figure with its 95 % interval; all three may be `NaN`, which JSON writes as `null`. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 1000;
const SEED = 20_250_903;
const TAIL = 0.025;

/**
 * Figures with intervals: as many meetings are drawn with replacement as there are, a thousand times, always alike. Lines of one meeting
 * resemble each other, so drawing single lines would give intervals that are too narrow. Fewer than two meetings give no interval.
 */
export function withIntervals<Meeting, Name extends string>(
  meetings: readonly Meeting[],
  figuresOf: (drawn: readonly Meeting[]) => { readonly [name in Name]: number },
): { readonly [name in Name]: Figure } {
  const figures = figuresOf(meetings);
  const names = Object.keys(figures) as Name[];
  const random = randomFrom(SEED);
  const draws = Array.from({ length: meetings.length < 2 ? 0 : DRAWS }, () =>
    figuresOf(meetings.map(() => meetings[Math.floor(random() * meetings.length)] as Meeting)),
  );
  const figure = (name: Name): Figure => {
    const drawn = draws.map((draw) => draw[name]).filter((value) => !Number.isNaN(value));
    drawn.sort((a, b) => a - b);
    const at = Math.floor(drawn.length * TAIL);
    return {
      value: figures[name],
      low: drawn[at] ?? Number.NaN,
      high: drawn[drawn.length - 1 - at] ?? Number.NaN,
    };
  };
  return Object.fromEntries(names.map((name) => [name, figure(name)])) as { [name in Name]: Figure };
}

/** Numbers from 0 to below 1 that look random and repeat with the seed: mulberry32 by Tommy Ettinger, public domain. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
