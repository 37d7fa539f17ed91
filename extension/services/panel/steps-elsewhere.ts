import { type Decision, inOrder } from "../../../core/index";
import { type Step, voiceBefore } from "./history";
import type { OpenedDocument } from "./source";

const DONE: Readonly<Record<Decision["verdict"], string>> = {
  accept: "Agreed with",
  add: "Added",
  restance: "Changed",
  reject: "Not here:",
  withdraw: "Took back",
};

/** What the same person decided in another place, as on the card in the document: each a step that can be taken back here. */
export function stepsElsewhere(opened: OpenedDocument, decisions: readonly Decision[]): Step[] {
  return [...decisions].sort(inOrder).map((decision) => {
    const { at: _, who, rubric: __, ...said } = decision;
    const placement = opened.placements.find(({ id }) => id === decision.id);
    const earlier = opened.decisions.filter((other) => inOrder(other, decision) < 0);
    const before =
      placement?.line === undefined
        ? undefined
        : voiceBefore({ ...opened, decisions: earlier }, placement.line, decision.indicator, who);
    const line = placement?.line === undefined ? -1 : opened.about.order.indexOf(placement.line);
    return { label: `${DONE[decision.verdict]} ${decision.indicator}`, moves: [{ draft: { ...said, line }, before }] };
  });
}
