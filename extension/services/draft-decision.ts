import {
  anchorOf,
  type DecidedTag,
  type Stance,
  splitMeetings,
  type TaggedNotes,
  type Verdict,
} from "../../core/index";
import type { DecisionDraft, Place } from "../protocol";

/** What a person wants to say of one indicator on one line. */
export interface Wish {
  readonly line: number;
  readonly indicator: string;
  readonly verdict: Verdict;
  /** The stance to stand by; not needed with `reject` and `withdraw`. */
  readonly stance?: Stance;
  readonly note?: string;
}

/** Makes the draft of a decision, with a new id; `undefined` where the line holds no words to know it by. */
export function draftDecision(
  place: Place,
  notes: TaggedNotes["notes"],
  tag: Pick<DecidedTag, "reader"> | undefined,
  wish: Wish,
): DecisionDraft | undefined {
  const anchor = anchorOf(
    notes.lines.map(({ text }) => text),
    wish.line,
  );
  if (!anchor) return undefined;
  const stands = wish.verdict !== "reject" && wish.verdict !== "withdraw";
  return {
    ...place,
    ...anchor,
    id: crypto.randomUUID(),
    meeting: meetingDay(notes, wish.line),
    indicator: wish.indicator,
    verdict: wish.verdict,
    stance: stands ? (wish.stance ?? "evidenced") : "",
    note: wish.note ?? "",
    reader: wish.verdict === "add" || tag?.reader === "person" ? "" : (tag?.reader ?? ""),
  };
}

/** Day of the meeting that a line belongs to, or "". */
function meetingDay(notes: TaggedNotes["notes"], line: number): string {
  const meetings = splitMeetings(notes);
  return (meetings.findLast(({ from }) => from <= line) ?? meetings[0])?.notes.date ?? "";
}
