import type { Claim, JudgedLine } from "./verdicts";

/** How the tags of one indicator compare with its labels. */
export interface Tally {
  readonly right: number;
  readonly false: number;
  readonly missed: number;
}

/** What is counted over some lines. Counts can be added up. */
export interface Counts {
  readonly byCode: ReadonlyMap<string, Tally>;
  /** Right tags whose stance is right too. */
  readonly stanceRight: number;
  readonly lines: number;
  /** Lines without a label. */
  readonly plain: number;
  readonly plainHeadings: number;
  /** Lines without a label that got a tag. */
  readonly alarmed: number;
}

const NOTHING: Tally = { right: 0, false: 0, missed: 0 };

/** Counts over some lines. */
export function countsOf(lines: readonly JudgedLine<Claim>[]): Counts {
  const verdicts = lines.flatMap((line) => line.verdicts);
  const byCode = new Map<string, Tally>();
  for (const { code, gold, claim } of verdicts) {
    const outcome = gold ? (claim ? "right" : "missed") : "false";
    const tally = byCode.get(code) ?? NOTHING;
    byCode.set(code, { ...tally, [outcome]: tally[outcome] + 1 });
  }
  const plain = lines.filter(({ line }) => line.labels.size === 0);
  return {
    byCode,
    stanceRight: verdicts.filter(({ gold, claim }) => gold && claim?.stance === gold).length,
    lines: lines.length,
    plain: plain.length,
    plainHeadings: plain.filter(({ line }) => line.kind === "heading").length,
    alarmed: plain.filter((line) => line.verdicts.length > 0).length,
  };
}

/** Adds counts up. */
export function sumOf(parts: readonly Counts[]): Counts {
  const byCode = new Map<string, { right: number; false: number; missed: number }>();
  const sum = { stanceRight: 0, lines: 0, plain: 0, plainHeadings: 0, alarmed: 0 };
  for (const part of parts) {
    for (const [code, tally] of part.byCode) {
      const total = byCode.get(code);
      if (total) {
        total.right += tally.right;
        total.false += tally.false;
        total.missed += tally.missed;
      } else byCode.set(code, { ...tally });
    }
    sum.stanceRight += part.stanceRight;
    sum.lines += part.lines;
    sum.plain += part.plain;
    sum.plainHeadings += part.plainHeadings;
    sum.alarmed += part.alarmed;
  }
  return { byCode, ...sum };
}

/** The tallies of all indicators as one. */
export function totalOf({ byCode }: Counts): Tally {
  const total = { ...NOTHING };
  for (const tally of byCode.values()) {
    total.right += tally.right;
    total.false += tally.false;
    total.missed += tally.missed;
  }
  return total;
}
