import { anchorOf, type Notes, type Stance, splitMeetings, type Verdict } from "../../core/index";
import type { DecisionDraft, Place } from "../protocol";

/** What a person wants to say of one indicator on one line. */
export interface Wish {
  /** Position of the line, from 0. */
  readonly line: number;
  readonly indicator: string;
  readonly verdict: Verdict;
  /** The stance to stand by; not needed with `reject` and `withdraw`. */
  readonly stance?: Stance;
  readonly note?: string;
  /** Who had made the tag, as `DecidedTag.reader` names it; absent for a tag that was not there. */
  readonly reader?: string;
}

/** Makes the drafts of decisions, each with a new id. A line without words can carry none and is left out. */
export function draftDecisions(place: Place, notes: Notes, wishes: readonly Wish[]): DecisionDraft[] {
  const texts = notes.lines.map(({ text }) => text);
  const meetings = splitMeetings(notes);
  return wishes.flatMap((wish) => {
    const anchor = anchorOf(texts, wish.line);
    if (!anchor) return [];
    const meeting = meetings.findLast(({ from }) => from <= wish.line) ?? meetings[0];
    return [
      {
        document: place.document,
        tab: place.tab,
        ...anchor,
        id: crypto.randomUUID(),
        line: wish.line,
        meeting: meeting?.notes.date ?? "",
        indicator: wish.indicator,
        verdict: wish.verdict,
        stance: wish.verdict === "reject" || wish.verdict === "withdraw" ? "" : (wish.stance ?? "evidenced"),
        note: wish.note ?? "",
        reader: wish.verdict === "add" || wish.reader === "person" ? "" : (wish.reader ?? ""),
      },
    ];
  });
}
