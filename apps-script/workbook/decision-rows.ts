import { DECISION_COLUMNS, type Decision, decisionFromRow, decisionTime } from "../../core/decisions/decision";
import { inOrder } from "../../core/decisions/standing";
import type { Rubric } from "../../core/rubric/rubric";
import type { Quoting } from "../privacy/quoting";
import { fingerprint } from "../reading/fingerprint";
import { type Outcome, WORDS_PREFIX } from "../reading/read-document";
import says from "../sentences.json" with { type: "json" };
import { codeOf, factsOf, wordsMark } from "./evidence-facts";
import type { SheetEdits } from "./sheet-edits";
import { type Row, textOf } from "./table";

/** The decisions that can be used, each id once, in the order of the sheet. */
export function decisionsIn(rows: readonly Row[], rubric: Rubric): Decision[] {
  const decisions = new Map<string, Decision>();
  for (const row of rows) {
    const read = readingOf(row, rubric);
    if ("decision" in read && !decisions.has(read.decision.id)) decisions.set(read.decision.id, read.decision);
  }
  return [...decisions.values()];
}

/** A short text that changes whenever a document's decisions do; "" where it has none. */
export function decisionStamp(decisions: readonly Decision[]): string {
  if (decisions.length === 0) return "";
  return fingerprint(
    decisions
      .map((decision) => JSON.stringify(decision))
      .sort()
      .join("\n"),
  );
}

/**
 * Takes away rows that were sent twice: an append that got no answer may have had its effect. A copy that says something
 * else than the row above it, or beside which people wrote, stays and is told that it does not count.
 */
export function tidyDecisions(edits: SheetEdits): void {
  for (const copy of edits.copies()) {
    const first = edits.find(textOf(copy, "id"));
    const isSame = first && DECISION_COLUMNS.every((column) => textOf(copy, column) === textOf(first, column));
    if (isSame && !copy.hasOwn && !textOf(copy, "row").trim()) edits.remove(copy);
    else edits.change(copy, { outcome: COPY });
  }
}

const COPY = says.decisionCopied;

/** Fills in what people left out of rows that they added by hand, from the row of Evidence that they name. */
export function completeByHand(
  edits: SheetEdits,
  evidence: SheetEdits,
  meetings: SheetEdits,
  rubric: Rubric,
  quoting: Quoting,
  now: Date,
): void {
  let latest = edits.keyed().reduce((last, row) => (textOf(row, "at") > last ? textOf(row, "at") : last), "");
  for (const row of edits.unkeyed()) {
    if (![...DECISION_COLUMNS, "row"].some((column) => textOf(row, column).trim())) continue;
    const named = textOf(row, "row").trim();
    const about = named ? evidence.find(named) : undefined;
    if (named && !about) {
      edits.change(row, {
        outcome: `Cannot be used: Evidence has no row ${named}. Copy its name from the column Row.`,
      });
      continue;
    }
    if (!about && !textOf(row, "quote").trim()) {
      edits.change(row, { outcome: says.decisionWithoutRow });
      continue;
    }
    const meeting = about && meetings.find(factsOf(about).meeting);
    const verdict = textOf(row, "verdict").trim().toLowerCase();
    const stance = textOf(row, "stance").trim().toLowerCase();
    const filled: Record<string, string> = {
      document: about ? textOf(about, "source") : textOf(row, "document"),
      tab: meeting ? textOf(meeting, "tab") : textOf(row, "tab"),
      meeting: about ? textOf(about, "date") : textOf(row, "meeting"),
      quote: about
        ? quoting.mode === "full"
          ? textOf(about, "quote").slice(0, 2000)
          : `${WORDS_PREFIX}${factsOf(about).words}`
        : textOf(row, "quote"),
      indicator: textOf(row, "indicator").trim().toUpperCase() || (about ? codeOf(about) : ""),
      verdict,
      stance:
        stance || (verdict === "accept" || verdict === "add" ? (about ? factsOf(about).stance : "evidenced") : ""),
      rubric: `${rubric.id}@${rubric.version}`,
      reader: about && verdict !== "add" ? "compact" : "",
    };
    const at = textOf(row, "at").trim() || decisionTime(now, latest || undefined);
    const said = [filled, textOf(row, "who"), textOf(row, "note")];
    const again = edits.find(handId(said)) !== undefined;
    // Said again after something else was, it is a decision of its own; but what was refused once must not wake up later.
    const id = handId(again ? [...said, at] : said);
    const isCopy = again && (textOf(row, "outcome") === SAME || isLastWord({ ...row.cells, ...filled }, edits, rubric));
    if (isCopy || edits.find(id)) {
      edits.change(row, { outcome: SAME });
      continue;
    }
    const checked = readingOf({ ...row, cells: { ...row.cells, ...filled, id, at } }, rubric);
    if ("problem" in checked) edits.change(row, { outcome: `Cannot be used: ${checked.problem}` });
    else {
      edits.change(row, { ...filled, id, at, outcome: WAITS });
      if (at > latest) latest = at;
    }
  }
}

const handId = (said: readonly unknown[]): string => `hand-${fingerprint(JSON.stringify(said))}`;
const SAME = says.decisionRepeated;

/** Whether the latest that the same person said of the same practice on the same line is the same. */
function isLastWord(cells: Row["cells"], edits: SheetEdits, rubric: Rubric): boolean {
  const same = (other: Decision, columns: readonly (keyof Decision)[]) =>
    columns.every((column) => other[column] === String(cells[column] ?? "").trim());
  const last = decisionsIn(edits.keyed(), rubric)
    .filter((other) => same(other, ["who", "document", "tab", "indicator"]))
    .filter(({ quote }) => wordsOf(quote) === wordsOf(String(cells.quote).trim()))
    .sort(inOrder)
    .pop();
  return last !== undefined && same(last, ["verdict", "stance", "note"]);
}

const wordsOf = (quote: string): string =>
  quote.startsWith(WORDS_PREFIX) ? quote.slice(WORDS_PREFIX.length) : wordsMark(quote);

const WAITS = says.decisionWaits;

const OUTCOMES: Readonly<Record<Outcome, string>> = says.outcomes;

/** Says beside each decision what came of it. */
export function tellOutcomes(edits: SheetEdits, rubric: Rubric, outcomes: ReadonlyMap<string, Outcome>): void {
  for (const row of edits.keyed()) {
    const read = readingOf(row, rubric);
    const outcome = outcomes.get(textOf(row, "id"));
    if ("problem" in read) edits.change(row, { outcome: `Cannot be used: ${read.problem}` });
    else if (outcome) edits.change(row, { outcome: OUTCOMES[outcome] });
    else if (!textOf(row, "outcome") || textOf(row, "outcome").startsWith("Cannot be used"))
      edits.change(row, { outcome: WAITS });
  }
}

type Reading = { readonly decision: Decision } | { readonly problem: string };

function readingOf(row: Row, rubric: Rubric): Reading {
  const read = decisionFromRow(DECISION_COLUMNS.map((column) => row.cells[column] ?? ""));
  if (!read.ok) return { problem: read.problem };
  if (!rubric.indicators.some(({ code }) => code === read.decision.indicator))
    return { problem: `${read.decision.indicator} is no code of this rubric; choose one from the list.` };
  return { decision: read.decision };
}
