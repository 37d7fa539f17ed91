import { type Decision, standingOf } from "../../../core/index";
import type { DecisionDraft } from "../../protocol";
import type { OpenedDocument } from "./source";

/** Something a person did at one go, such as accepting all that is visible. */
export interface Step {
  /** What it was, for "Undo: …". */
  readonly label: string;
  readonly moves: readonly Move[];
}

/** One decision of a step, and what the same person had said of the same tag before. */
export interface Move {
  readonly draft: DecisionDraft;
  readonly before: Decision | undefined;
}

/** What the person had last said of this indicator on this line, if it still stands. */
export function voiceBefore(
  { decisions, placements }: OpenedDocument,
  lineId: number,
  indicator: string,
  who: string,
): Decision | undefined {
  const ids = new Set(placements.filter(({ line }) => line === lineId).map(({ id }) => id));
  return standingOf(decisions.filter(({ id }) => ids.has(id)))
    .find((standing) => standing.indicator === indicator)
    ?.voices.find((voice) => voice.who === who);
}

/** The drafts that take a step back: the earlier word is said again, or the new one withdrawn. */
export function undone(step: Step, document: OpenedDocument): DecisionDraft[] {
  return step.moves.map(({ draft, before }) => ({
    ...atLineNow(draft, document),
    verdict: before?.verdict ?? "withdraw",
    stance: before?.stance ?? "",
    note: before?.note ?? "",
    reader: before?.reader ?? draft.reader,
  }));
}

/** The drafts that take a step again. */
export function redone(step: Step, document: OpenedDocument): DecisionDraft[] {
  return step.moves.map(({ draft }) => atLineNow(draft, document));
}

/** The draft under a new id, on its line as that reads and stands now. */
function atLineNow(draft: DecisionDraft, { about, placements }: OpenedDocument): DecisionDraft {
  const placement = placements.find(({ id }) => id === draft.id);
  const { quote, prefix, suffix } = placement ?? draft;
  const line = placement ? (placement.line === undefined ? -1 : about.order.indexOf(placement.line)) : draft.line;
  return { ...draft, id: crypto.randomUUID(), quote, prefix, suffix, line };
}
