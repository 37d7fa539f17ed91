import { type Decision, decisionTime, readDecision } from "../../../core/index";
import type { PlumblineDb } from "../../db";
import type { DecisionDraft, Place } from "../../protocol";
import { placeDecisions } from "./placements";
import { StoreTrouble } from "./trouble";

/** Who decides, when, and under which rubric (`plc@1.0.0`). */
export interface DecidedBy {
  readonly who: string;
  readonly now: Date;
  readonly rubric: string;
}

/**
 * Keeps decisions, all or none, and notes them for the team's workbook. One whose id is known stays as it was first kept.
 * Gives the places they are on.
 */
export function keepDecisions(
  db: PlumblineDb,
  drafts: readonly DecisionDraft[],
  { who, now, rubric }: DecidedBy,
): Promise<readonly Place[]> {
  return db.transaction("rw", [db.documents, db.lines, db.decisions, db.placements, db.outbox], async () => {
    const known = new Set((await db.decisions.bulkGet(drafts.map(({ id }) => id))).map((row) => row?.id));
    const places = placesOf(drafts);
    for (const place of places) {
      const here = drafts.filter(
        ({ id, document, tab }) => document === place.document && tab === place.tab && !known.has(id),
      );
      if (here.length === 0) continue;
      const at = decisionTime(now, await latestOn(db, place));
      const fresh = here.map((draft) => ({ ...checked({ ...draft, at, who, rubric }), line: draft.line }));
      await db.decisions.bulkPut(fresh.map(({ line: _, ...decision }) => decision));
      await placeDecisions(db, place, fresh);
      await db.outbox.bulkPut(fresh.map(({ id }) => ({ id })));
    }
    return places;
  });
}

const placesOf = (drafts: readonly DecisionDraft[]): Place[] => [
  ...new Map(drafts.map(({ document, tab }) => [`${document}\n${tab}`, { document, tab }])).values(),
];

async function latestOn(db: PlumblineDb, { document, tab }: Place): Promise<string | undefined> {
  let latest: string | undefined;
  await db.decisions.where({ document, tab }).each(({ at }) => {
    if (latest === undefined || at > latest) latest = at;
  });
  return latest;
}

function checked(value: unknown): Decision {
  const reading = readDecision(value);
  if (reading.ok) return reading.decision;
  throw new StoreTrouble({ code: "refused", message: `This could not be kept: ${reading.problem}` });
}
