import type { Rubric } from "../../core/rubric/rubric";
import type { Quoting } from "../privacy/quoting";
import type { ReadDocument } from "../reading/read-document";
import { countedWord, isPrinted } from "./evidence-rows";
import type { SheetEdits } from "./sheet-edits";
import { type CellValue, type Row, textOf } from "./table";
import { COUNTED, STANCE_WORDS } from "./wording";

/** Meetings that must hold the very same line before it is taken for print; as in the core's coverage. */
const PRINTED_IN = 3;

/** Brings the rows of one document's meetings up to date; a meeting that is no longer in it goes, unless people wrote beside it. */
export function mergeMeetings(edits: SheetEdits, document: ReadDocument, quoting: Quoting, today: string): void {
  const keys = new Set(document.meetings.map(({ key }) => key));
  for (const meeting of document.meetings) {
    const row = edits.put({
      key: meeting.key,
      date: meeting.date,
      title: quoting.heading(meeting.title) || document.title,
      type: meeting.type === "agenda" ? "Agenda" : "Minutes",
      link: meeting.link,
      state: "",
      source: document.id,
      repeats: `${meeting.lines} ${meeting.repeats.join(" ")}`.trim(),
    });
    edits.link(row, "link", meeting.link);
  }
  for (const row of edits.keyed()) {
    if (textOf(row, "source") !== document.id || keys.has(textOf(row, "key"))) continue;
    if (!row.hasOwn) edits.remove(row);
    else if (!textOf(row, "state"))
      edits.change(row, { state: `No longer in the document, seen on ${today}`, repeats: "0" });
  }
}

/** Texts that stand word for word in several meetings, by their fingerprints. */
export function printedTexts(meetings: readonly Row[]): ReadonlySet<string> {
  const held = new Map<string, number>();
  for (const row of meetings)
    for (const words of new Set(repeatsOf(row).texts)) held.set(words, (held.get(words) ?? 0) + 1);
  return new Set([...held].filter(([, count]) => count >= PRINTED_IN).map(([words]) => words));
}

/** Lines of a meeting that can carry evidence, and the fingerprints of those that may turn out to be print. */
function repeatsOf(row: Row): { lines: number; texts: readonly string[] } {
  const [lines = "0", ...texts] = textOf(row, "repeats").split(" ");
  return { lines: Number(lines) || 0, texts };
}

/** Counts anew what every row of evidence stands for, every meeting holds, and every cell of the coverage shows. */
export function recount(
  evidence: SheetEdits,
  meetings: SheetEdits,
  coverage: SheetEdits,
  rubric: Rubric,
): ReadonlySet<string> {
  const printed = printedTexts(meetings.keyed());
  const byMeeting = new Map<string, Row[]>();
  for (const row of evidence.keyed()) {
    evidence.change(row, { tier: countedWord(row, printed) });
    const meeting = textOf(row, "meeting");
    const rows = byMeeting.get(meeting);
    if (rows) rows.push(row);
    else byMeeting.set(meeting, [row]);
  }
  const keys = new Set<string>();
  coverage.put({ key: TREND_KEY, date: "", meeting: "All meetings, by month" });
  for (const meeting of meetings.keyed()) {
    const key = textOf(meeting, "key");
    keys.add(key);
    const rows = (byMeeting.get(key) ?? []).filter((row) => !isPrinted(row, printed));
    const found = rows.filter((row) => textOf(row, "picked") === "found");
    const { lines, texts } = repeatsOf(meeting);
    meetings.change(meeting, {
      lines: lines - texts.filter((words) => printed.has(words)).length,
      found: found.length,
      suggested: rows.filter((row) => textOf(row, "picked") === "suggested").length,
      practices: new Set(found.map((row) => textOf(row, "code"))).size,
    });
    coverage.put({
      key,
      date: textOf(meeting, "date"),
      meeting: textOf(meeting, "title"),
      ...Object.fromEntries(rubric.indicators.map(({ code }) => [code, coverageCell(rows, code)])),
    });
  }
  for (const row of coverage.keyed()) if (!keys.has(textOf(row, "key")) && !isTrend(row)) coverage.remove(row);
  return printed;
}

/** The row above the meetings, with each practice over time. */
export const TREND_KEY = "trend";
const isTrend = (row: Row): boolean => textOf(row, "key") === TREND_KEY;

/** How often a practice shows in a meeting, by stance: "●3 △1"; "?" where lines are only worth a look. */
function coverageCell(rows: readonly Row[], code: string): CellValue {
  const own = rows.filter((row) => textOf(row, "code") === code);
  const found = own.filter((row) => textOf(row, "picked") === "found");
  const parts = Object.values(STANCE_WORDS).flatMap(({ mark, name }) => {
    const number = found.filter((row) => textOf(row, "stance") === name).length;
    return number === 0 ? [] : [number === 1 ? mark : `${mark}${number}`];
  });
  if (parts.length > 0) return parts.join(" ");
  return own.some((row) => textOf(row, "picked") === "suggested") ? "?" : "";
}

/** Whether a row of evidence counts. */
export const isCounted = (row: Row): boolean => textOf(row, "tier") === COUNTED.found;
