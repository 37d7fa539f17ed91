import type { Decision } from "../decisions/decision";
import { type Standing, standingOf } from "../decisions/standing";
import type { Rubric } from "../rubric/rubric";
import type { AgreementLine, Suggestion } from "./lines";
import { f1Of, present, share } from "./scores";

/** How what the program found compares with what people decided. Tags that nobody has decided on are not judged. */
export interface MachineAgreement {
  /** Found, and people keep it. */
  readonly kept: number;
  /** Found, and people turned it down. */
  readonly turnedDown: number;
  /** Not found, and people put it there. */
  readonly added: number;
  /** Of those added, how many had been offered as worth a look. */
  readonly offered: number;
  /** Of those kept, how many with the stance that was found. */
  readonly sameStance: number;
  /** Lines on which people differ among themselves; the latest word counts. */
  readonly disputed: number;
  /** Found, and not yet looked at by anyone. */
  readonly open: number;
  /** Of what was found, the share that people keep, 0–1. Absent where nothing was found and decided on. */
  readonly precision?: number;
  /** Of what people want there, the share that was found, 0–1. Absent where people want none. */
  readonly recall?: number;
  readonly f1?: number;
}

type Counts = { -readonly [K in Exclude<keyof MachineAgreement, "precision" | "recall" | "f1">]: number };

const none = (): Counts => ({ kept: 0, turnedDown: 0, added: 0, offered: 0, sameStance: 0, disputed: 0, open: 0 });

/** The program against people, by indicator (those of the rubric, then any other that was decided on) and in all. */
export function machineAgreement(
  lines: readonly AgreementLine[],
  rubric: Pick<Rubric, "indicators">,
): { readonly indicators: Readonly<Record<string, MachineAgreement>>; readonly total: MachineAgreement } {
  const counts = new Map<string, Counts>(rubric.indicators.map(({ code }) => [code, none()]));
  const of = (code: string): Counts => {
    const known = counts.get(code) ?? none();
    counts.set(code, known);
    return known;
  };
  for (const { tags, decisions } of lines) {
    const standing = standingOf(decisions);
    for (const said of standing) judge(of(said.indicator), said, decisions, tags);
    const decided = new Set(standing.map(({ indicator }) => indicator));
    for (const { indicator, tier } of tags ?? []) if (tier === "found" && !decided.has(indicator)) of(indicator).open++;
  }
  const total = none();
  for (const count of counts.values())
    for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += count[key];
  return {
    indicators: Object.fromEntries([...counts].map(([code, count]) => [code, withShares(count)])),
    total: withShares(total),
  };
}

function judge(
  count: Counts,
  { indicator, decision, disagreed }: Standing,
  decisions: readonly Decision[],
  tags: readonly Suggestion[] | undefined,
): void {
  if (disagreed) count.disputed++;
  const tag = tags?.find((one) => one.indicator === indicator);
  const isFound = tags
    ? tag?.tier === "found"
    : decisions.some((one) => one.indicator === indicator && one.reader !== "");
  const isWanted = decision.verdict !== "reject";
  if (isFound && isWanted) {
    count.kept++;
    if (tag ? tag.stance === decision.stance : decision.verdict !== "restance") count.sameStance++;
  } else if (isFound) count.turnedDown++;
  else if (isWanted) {
    count.added++;
    if (tag) count.offered++;
  }
}

function withShares(count: Counts): MachineAgreement {
  const { kept, turnedDown, added } = count;
  return {
    ...count,
    ...present({
      precision: share(kept, kept + turnedDown),
      recall: share(kept, kept + added),
      f1: f1Of(kept, turnedDown, added),
    }),
  };
}
