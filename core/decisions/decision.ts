import * as z from "zod/mini";
import { CODE } from "../rubric/limits";
import { STANCES } from "../tagger/tag";

/**
 * What a person said of a tag. `accept` and `reject` speak of a suggestion, `add` puts a tag where there was none,
 * `restance` keeps the tag with another stance, `withdraw` takes back what the same person said before (undo).
 */
export const VERDICTS = ["accept", "reject", "add", "restance", "withdraw"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The columns of a decision, in the order in which the workbook and files hold them. */
export const DECISION_COLUMNS = [
  "id",
  "at",
  "who",
  "document",
  "tab",
  "meeting",
  "quote",
  "prefix",
  "suffix",
  "indicator",
  "verdict",
  "stance",
  "note",
  "rubric",
  "reader",
] as const;

const text = (most: number) => z.string().check(z.maxLength(most));

/** A decision as it lies in a store, in a file or in a row of the workbook. */
export const decisionSchema = z.object({
  /** Made by the one who decides, the same wherever the decision arrives: sending it twice changes nothing. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  /** `YYYY-MM-DDThh:mm:ss.sssZ`, never before a decision that its maker had seen (see `decisionTime`). */
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  /** Name or address as the person gave it; empty where nobody is signed in. */
  who: text(200),
  /** Id of the document, or the name of a file. */
  document: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Id of the tab; empty for the one that the document was made with (`t.0`), wherever it stands by now. */
  tab: text(200),
  /** Day of the meeting, `YYYY-MM-DD`; empty where the notes carry none. */
  meeting: z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\d)?$/)),
  /** The line's words when the decision was made. */
  quote: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** The end of the line before, and the start of the line after. */
  prefix: text(64),
  suffix: text(64),
  indicator: z.string().check(z.regex(CODE)),
  verdict: z.enum(VERDICTS),
  /** The stance that the person stands by; empty for `reject` and `withdraw`. */
  stance: z.enum([...STANCES, ""]),
  note: text(2000),
  /** Id and version of the rubric in force, `plc@1`. */
  rubric: text(100),
  /** Which reader had suggested the tag; empty for `add`. */
  reader: text(40),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A row of cells in the order of `DECISION_COLUMNS`. Whoever writes it to a sheet writes text, never a formula. */
export function decisionToRow(decision: Decision): string[] {
  return DECISION_COLUMNS.map((column) => decision[column]);
}

/** A decision, or which column is wrong, in words for the person who filled it in. */
export type DecisionReading =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly column: string; readonly problem: string };

/** Reads a row of cells; a row typed by hand may lack trailing cells. */
export function decisionFromRow(row: readonly unknown[]): DecisionReading {
  return readDecision(Object.fromEntries(DECISION_COLUMNS.map((column, at) => [column, String(row[at] ?? "").trim()])));
}

/** Checks what came from a file, a store or another program. */
export function readDecision(value: unknown): DecisionReading {
  const parsed = decisionSchema.safeParse(value);
  if (!parsed.success) {
    const column = String(parsed.error.issues[0]?.path[0] ?? "");
    return {
      ok: false,
      column,
      problem: column ? `"${column}" is missing or cannot be read.` : "This is no decision.",
    };
  }
  const { verdict, stance } = parsed.data;
  if ((verdict === "add" || verdict === "accept" || verdict === "restance") && stance === "")
    return { ok: false, column: "stance", problem: `"stance" is needed with "${verdict}".` };
  return { ok: true, decision: parsed.data };
}

const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * The time to give to a new decision: now, or just after the latest decision that its maker knows, whatever the clocks of
 * other machines say. So an answer always stands after what it answers. Both in the form of `Decision.at`.
 */
export function decisionTime(now: Date, latestKnown: string | undefined): string {
  const given = now.toISOString();
  if (latestKnown === undefined || given > latestKnown) return given;
  // A forged time at the end of the calendar has no later one; then the ids decide.
  return new Date(Math.min(Date.parse(latestKnown) + 1, LAST_MOMENT)).toISOString();
}
