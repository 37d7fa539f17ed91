import type { Decision, Verdict } from "../decisions/decision";
import { standingOf } from "../decisions/standing";
import { f1Of, kappaOf, present } from "./scores";

/** What two people made of one indicator, on the lines that both looked at. */
export interface PairTotals {
  /** Lines in which both see it. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Of those in which both see it, how many with the same stance. */
  readonly sameStance: number;
  /** Lines in which one sees it and the other has turned it down in so many words, not only left it out. */
  readonly opposed: number;
  /** 0–1; absent where neither sees it. */
  readonly f1?: number;
  /** Beside F1, for those who ask; it says little where an indicator is rare. */
  readonly kappa?: number;
}

/** How far two people agree who decided on lines of the same documents. */
export interface PairAgreement {
  /** In the order of their names. */
  readonly people: readonly [first: string, second: string];
  readonly documents: number;
  /** Lines that both looked at: each decided on something there. */
  readonly lines: number;
  /** Lines of these documents that only one of them looked at; nothing is concluded from them. */
  readonly oneOnly: number;
  /** The indicators that one of them saw or turned down, by code. */
  readonly indicators: Readonly<Record<string, PairTotals>>;
  readonly total: PairTotals;
}

/** What one person says of one line: by indicator, the stance that it has there, or that it is turned down. */
type Word = ReadonlyMap<string, { readonly verdict: Verdict; readonly stance: string }>;

interface Shared {
  readonly documents: Set<string>;
  readonly words: (readonly [first: Word, second: Word])[];
}

/**
 * Person against person, for every two who looked at one line. Each array holds the decisions on one line (see `byLine`). Who
 * looked at a line and said nothing of an indicator does not see it there. Those without a name are left out.
 */
export function peopleAgreement(lines: readonly (readonly Decision[])[]): PairAgreement[] {
  const pairs = new Map<string, Shared>();
  const lookedAt = new Map<string, Map<string, number>>();
  for (const decisions of lines) {
    const document = decisions[0]?.document ?? "";
    const words = wordsOf(decisions);
    const people = [...words.keys()].sort();
    const looked = lookedAt.get(document) ?? new Map<string, number>();
    lookedAt.set(document, looked);
    people.forEach((first, at) => {
      looked.set(first, (looked.get(first) ?? 0) + 1);
      for (const second of people.slice(at + 1)) {
        const key = JSON.stringify([first, second]);
        const shared = pairs.get(key) ?? { documents: new Set(), words: [] };
        pairs.set(key, shared);
        shared.documents.add(document);
        shared.words.push([words.get(first) as Word, words.get(second) as Word]);
      }
    });
  }
  return [...pairs].map(([key, shared]) => {
    const people = JSON.parse(key) as [string, string];
    const looked = [...shared.documents].map((document) => people.map((who) => lookedAt.get(document)?.get(who) ?? 0));
    const lines = shared.words.length;
    return {
      people,
      documents: shared.documents.size,
      lines,
      oneOnly: looked.flat().reduce((sum, count) => sum + count, 0) - 2 * lines,
      ...compared(shared.words),
    };
  });
}

function wordsOf(decisions: readonly Decision[]): Map<string, Map<string, Decision>> {
  const words = new Map<string, Map<string, Decision>>();
  for (const { indicator, voices } of standingOf(decisions)) {
    for (const voice of voices) {
      if (voice.who === "") continue;
      words.set(voice.who, (words.get(voice.who) ?? new Map()).set(indicator, voice));
    }
  }
  return words;
}

type Counts = { -readonly [K in Exclude<keyof PairTotals, "f1" | "kappa">]: number };

function compared(words: Shared["words"]): Pick<PairAgreement, "indicators" | "total"> {
  const total: Counts = { both: 0, onlyFirst: 0, onlySecond: 0, sameStance: 0, opposed: 0 };
  const counts = new Map<string, Counts>();
  for (const [first, second] of words) {
    for (const code of new Set([...first.keys(), ...second.keys()])) {
      const count = counts.get(code) ?? { both: 0, onlyFirst: 0, onlySecond: 0, sameStance: 0, opposed: 0 };
      counts.set(code, count);
      const [a, b] = [first.get(code), second.get(code)];
      const [aSees, bSees] = [sees(a), sees(b)];
      for (const sum of [count, total]) {
        if (aSees && bSees) {
          sum.both++;
          if (a?.stance === b?.stance) sum.sameStance++;
        } else if (aSees || bSees) {
          sum[aSees ? "onlyFirst" : "onlySecond"]++;
          if (a && b) sum.opposed++;
        }
      }
    }
  }
  const codes = [...counts.keys()].sort();
  return {
    indicators: Object.fromEntries(codes.map((code) => [code, withShares(counts.get(code) as Counts, words.length)])),
    // In all, each indicator seen by one of them is asked of each line.
    total: withShares(total, words.length * codes.length),
  };
}

const sees = (word: { readonly verdict: Verdict } | undefined): boolean =>
  word !== undefined && word.verdict !== "reject";

function withShares(count: Counts, asked: number): PairTotals {
  const { both, onlyFirst, onlySecond } = count;
  const neither = asked - both - onlyFirst - onlySecond;
  return {
    ...count,
    ...present({ f1: f1Of(both, onlyFirst, onlySecond), kappa: kappaOf(both, onlyFirst, onlySecond, neither) }),
  };
}
