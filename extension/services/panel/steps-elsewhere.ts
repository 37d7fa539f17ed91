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

/**
 * What the same person decided in another place, as on the card in the document, or in this panel before it was closed: each a step that
 * can be taken back here. What was taken back there already is none.
 */
export function stepsElsewhere(opened: OpenedDocument, decisions: readonly Decision[]): Step[] {
  return notTakenBack(opened, decisions).map((decision) => {
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

/** Decisions in their order, without those that the same person took back: said of the same tag what had been said before, or nothing. */
function notTakenBack({ placements }: OpenedDocument, decisions: readonly Decision[]): Decision[] {
  const lineOf = new Map(placements.map(({ id, line }) => [id, line]));
  const left: Decision[] = [];
  for (const decision of [...decisions].sort(inOrder)) {
    const line = lineOf.get(decision.id);
    const same = left.filter(({ id, indicator }) => indicator === decision.indicator && lineOf.get(id) === line);
    const [last, before] = [same.at(-1), same.at(-2)];
    const back = before ? saysTheSame(before, decision) : decision.verdict === "withdraw";
    if (last && back && line !== undefined) left.splice(left.indexOf(last), 1);
    else left.push(decision);
  }
  return left;
}

const saysTheSame = (a: Decision, b: Decision): boolean =>
  a.verdict === b.verdict && a.stance === b.stance && a.note === b.note;
