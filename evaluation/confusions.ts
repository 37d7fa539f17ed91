import type { Stance } from "../core/index";
import type { JudgedLine } from "./verdicts";

/** A label that was missed on lines where another tag, a false one, stands. */
export interface Confusion {
  readonly gold: string;
  readonly tagged: string;
  readonly count: number;
  /** The first such line. */
  readonly example: string;
}

/** How many of the pairs are worth listing. */
export const MOST_FREQUENT = 12;

/** What a reader says in place of what people say. */
export interface Confusions {
  /** Most frequent first. */
  readonly pairs: readonly Confusion[];
  /** Missed labels, by indicator, on lines without a false tag: the reader says nothing instead. */
  readonly silent: Readonly<Record<string, number>>;
}

/** Counts every missed label against every false tag of its line. */
export function confusionsOf(lines: readonly JudgedLine[]): Confusions {
  const pairs = new Map<string, Confusion>();
  const silent: Record<string, number> = {};
  for (const { line, verdicts } of lines) {
    const missed = verdicts.filter(({ claim }) => !claim);
    const wrong = verdicts.filter(({ gold }) => !gold);
    for (const { code: gold } of missed) {
      if (wrong.length === 0) silent[gold] = (silent[gold] ?? 0) + 1;
      for (const { code: tagged } of wrong) {
        const known = pairs.get(`${gold} ${tagged}`) ?? { gold, tagged, count: 0, example: line.text };
        pairs.set(`${gold} ${tagged}`, { ...known, count: known.count + 1 });
      }
    }
  }
  const order = ({ gold, tagged }: Confusion) => `${gold} ${tagged}`;
  return {
    pairs: [...pairs.values()].sort((a, b) => b.count - a.count || (order(a) < order(b) ? -1 : 1)),
    silent,
  };
}

/** Right tags by the stance that people gave, then by the stance of the reader. */
export type StanceConfusions = Readonly<Record<Stance, Readonly<Record<Stance, number>>>>;

/** Counts the stances of all right tags. */
export function stanceConfusionsOf(lines: readonly JudgedLine[]): StanceConfusions {
  const none = () => ({ evidenced: 0, planned: 0, contrary: 0 });
  const counts = { evidenced: none(), planned: none(), contrary: none() };
  for (const { gold, claim } of lines.flatMap(({ verdicts }) => verdicts))
    if (gold && claim) counts[gold][claim.stance]++;
  return counts;
}
