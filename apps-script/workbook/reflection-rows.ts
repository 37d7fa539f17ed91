import type { Rubric } from "../../core/rubric/rubric";
import { fingerprint } from "../reading/fingerprint";
import type { SheetEdits } from "./sheet-edits";
import { type Row, textOf } from "./table";
import { STAGES } from "./tables";

const ENTERED = ["code", "level", "date", "who", "cited", "next"] as const;

/**
 * Keeps the team's own judgement: gives each practice a row to fill in, keeps the earlier entry as a row of its own when
 * one is overwritten, and remarks on a level without evidence. It never sets, changes or refuses a level.
 */
export function keepReflection(edits: SheetEdits, evidence: SheetEdits, rubric: Rubric): void {
  for (const { code } of rubric.indicators)
    if (!edits.find(`now:${code}`)) edits.put({ key: `now:${code}`, code, kept: "" });
  // A row that somebody added by hand is an entry like the others.
  for (const row of edits.unkeyed()) {
    if (!ENTERED.some((column) => textOf(row, column).trim())) continue;
    const base = `own:${fingerprint(entryOf(row))}`;
    let key = base;
    for (let n = 2; edits.find(key); n++) key = `${base}-${n}`;
    edits.change(row, { key });
  }
  for (const row of edits.keyed()) {
    const entry = entryOf(row);
    const kept = textOf(row, "kept");
    if (kept && kept !== entry) keepEarlier(edits, kept);
    const title = rubric.indicators.find(({ code }) => code === textOf(row, "code").trim().toUpperCase())?.title;
    edits.change(row, {
      practice: title ?? "",
      mark: textOf(row, "key").startsWith("earlier:") ? textOf(row, "mark") : remarkOn(row, title, evidence),
      kept: textOf(row, "level").trim() ? entry : kept,
    });
  }
}

/** Keys of all rows of evidence that people cite. */
export function citedRows(edits: SheetEdits): ReadonlySet<string> {
  return new Set(edits.sheet.rows.flatMap(citedIn));
}

const citedIn = (row: Row): string[] =>
  textOf(row, "cited")
    .split(/[\s,;]+/)
    .filter(Boolean);
const entryOf = (row: Row): string => JSON.stringify(ENTERED.map((column) => textOf(row, column)));

function keepEarlier(edits: SheetEdits, kept: string): void {
  let values: unknown;
  try {
    values = JSON.parse(kept);
  } catch {
    return;
  }
  if (!Array.isArray(values)) return;
  const cells = Object.fromEntries(ENTERED.map((column, at) => [column, String(values[at] ?? "")]));
  edits.put({ ...cells, key: `earlier:${fingerprint(kept)}`, mark: "Earlier entry", kept: "" });
}

function remarkOn(row: Row, title: string | undefined, evidence: SheetEdits): string {
  const level = textOf(row, "level").trim();
  const cited = citedIn(row);
  const missing = cited.filter((key) => !evidence.find(key));
  const remarks: string[] = [];
  if (textOf(row, "code").trim() && title === undefined) remarks.push("This code is not in the rubric");
  if (level && !STAGES.some((stage) => stage.toLowerCase() === level.toLowerCase()))
    remarks.push(`The stages are: ${STAGES.join(", ")}`);
  if (level && cited.length === 0) remarks.push("No evidence is cited yet");
  if (missing.length > 0) remarks.push(`Evidence has no row ${missing.join(", ")}`);
  return remarks.join(". ");
}
