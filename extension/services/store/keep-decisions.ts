import { type Decision, decisionTime, readDecision } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import type { DecisionDraft } from "../../protocol";
import { StoreTrouble } from "./trouble";

/** Who decides, when, and under which rubric (`plc@1.0.0`). */
export interface DecidedBy {
  readonly who: string;
  readonly now: Date;
  readonly rubric: string;
}

/**
 * Keeps decisions, all or none, and notes them for the team's workbook. One whose id is known stays as it was first kept.
 * Gives every decision on the places it touched.
 */
export function keepDecisions(
  db: PlumblineDb,
  drafts: readonly DecisionDraft[],
  { who, now, rubric }: DecidedBy,
): Promise<readonly Decision[]> {
  return db.transaction("rw", db.decisions, db.outbox, async () => {
    const places = [...new Map(drafts.map(({ document, tab }) => [`${document}\n${tab}`, [document, tab]])).values()];
    const there = () => db.decisions.where("[document+tab]").anyOf(places).toArray();
    const before = await there();
    const known = new Set((await db.decisions.bulkGet(drafts.map(({ id }) => id))).map((row) => row?.id));
    const latest = before.reduce<string | undefined>(
      (last, { at }) => (last === undefined || at > last ? at : last),
      undefined,
    );
    const at = decisionTime(now, latest);
    const fresh = drafts.filter(({ id }) => !known.has(id)).map((draft) => checked({ ...draft, at, who, rubric }));
    await db.decisions.bulkPut(fresh);
    await db.outbox.bulkPut(fresh.map(({ id }) => ({ id })));
    return there();
  });
}

function checked(value: unknown): Decision {
  const reading = readDecision(value);
  if (reading.ok) return reading.decision;
  throw new StoreTrouble({ code: "unreadable", message: `This could not be kept: ${reading.problem}` });
}
