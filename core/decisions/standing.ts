import type { Decision } from "./decision";

/** What the team says of one indicator on one line. */
export interface Standing {
  readonly indicator: string;
  /** The latest decision of each person that was not taken back, oldest first. */
  readonly voices: readonly Decision[];
  /** The decision that counts: the latest of all voices. */
  readonly decision: Decision;
  /** Whether the voices differ in whether the tag stands, or in its stance. */
  readonly disagreed: boolean;
}

/**
 * What stands after all decisions on one line, by indicator. Each id counts once, however often it arrived. The later
 * decision wins; of two made in the same millisecond the one with the greater id. So everyone who has the same
 * decisions, in whatever order they came, reads the same.
 */
export function standingOf(decisions: readonly Decision[]): Standing[] {
  const unique = new Map<string, Decision>();
  for (const decision of [...decisions].sort(inOrder)) if (!unique.has(decision.id)) unique.set(decision.id, decision);
  const voices = new Map<string, Map<string, Decision>>();
  for (const decision of unique.values()) {
    let people = voices.get(decision.indicator);
    if (!people) {
      people = new Map();
      voices.set(decision.indicator, people);
    }
    // Set anew, so that the latest voice comes last.
    people.delete(decision.who);
    if (decision.verdict !== "withdraw") people.set(decision.who, decision);
  }
  const standing: Standing[] = [];
  for (const [indicator, people] of voices) {
    const said = [...people.values()];
    const decision = said[said.length - 1];
    if (decision) standing.push({ indicator, voices: said, decision, disagreed: new Set(said.map(meaning)).size > 1 });
  }
  return standing.sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
}

/** The order that every side resolves by. A copy under the same id that differs (a forged or edited row) has a fixed place too. */
export function inOrder(a: Decision, b: Decision): number {
  return compare(a.at, b.at) || compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b));
}

const meaning = ({ verdict, stance }: Decision): string => (verdict === "reject" ? "reject" : stance);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
