import type { Rubric } from "../../core/rubric/rubric";
import { STANCES } from "../../core/tagger/tag";
import type { Quoting } from "../privacy/quoting";
import type { ReadDocument } from "../reading/read-document";
import { codeOf, countedWord, type Facts, factsOf, factsText } from "./evidence-facts";
import { promisesText } from "./promises";
import type { SheetEdits } from "./sheet-edits";
import { type CellValue, type Row, textOf } from "./table";
import { STANCE_WORDS } from "./wording";

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
      tab: meeting.tab,
      repeats: `${meeting.lines} ${meeting.repeats.join(" ")}`.trim(),
      promises: promisesText(meeting.commitments, quoting),
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
  const byMeeting = new Map<string, CountedLine[]>();
  for (const row of evidence.keyed()) {
    const known = factsOf(row);
    const facts: Facts = { ...known, printed: !known.byPerson && printed.has(known.words) };
    if (facts.printed !== known.printed) evidence.change(row, { facts: factsText(facts), tier: countedWord(facts) });
    if (facts.printed) continue;
    const line = { ...facts, code: codeOf(row) };
    const lines = byMeeting.get(facts.meeting);
    if (lines) lines.push(line);
    else byMeeting.set(facts.meeting, [line]);
  }
  const keys = new Set<string>();
  coverage.put({ key: TREND_KEY, date: "", meeting: "All meetings, by month" });
  for (const meeting of meetings.keyed()) {
    const key = textOf(meeting, "key");
    keys.add(key);
    const own = byMeeting.get(key) ?? [];
    const found = own.filter(({ picked }) => picked === "found");
    const { lines, texts } = repeatsOf(meeting);
    meetings.change(meeting, {
      lines: lines - texts.filter((words) => printed.has(words)).length,
      found: found.length,
      suggested: own.filter(({ picked }) => picked === "suggested").length,
      practices: new Set(found.map(({ code }) => code)).size,
    });
    coverage.put({
      key,
      date: textOf(meeting, "date"),
      meeting: textOf(meeting, "title"),
      ...Object.fromEntries(rubric.indicators.map(({ code }) => [code, coverageCell(own, code)])),
    });
  }
  const none = Object.fromEntries(rubric.indicators.map(({ code }) => [code, ""]));
  for (const row of coverage.keyed()) {
    if (keys.has(textOf(row, "key")) || isTrend(row)) continue;
    if (row.hasOwn) coverage.change(row, { meeting: OVER, ...none });
    else coverage.remove(row);
  }
  return printed;
}

/** Said beside what people wrote of a meeting that is gone, or has another day by now. */
const OVER = "No longer in its document";

/** The row above the meetings, with each practice over time. */
export const TREND_KEY = "trend";
const isTrend = (row: Row): boolean => textOf(row, "key") === TREND_KEY;

interface CountedLine extends Facts {
  readonly code: string;
}

/** How often a practice shows in a meeting, by stance: "●3 △1"; "?" where lines are only worth a look. */
function coverageCell(lines: readonly CountedLine[], code: string): CellValue {
  const own = lines.filter((line) => line.code === code);
  const found = own.filter(({ picked }) => picked === "found");
  const parts = STANCES.flatMap((stance) => {
    const number = found.filter((line) => line.stance === stance).length;
    const { mark } = STANCE_WORDS[stance];
    return number === 0 ? [] : [number === 1 ? mark : `${mark}${number}`];
  });
  if (parts.length > 0) return parts.join(" ");
  return own.some(({ picked }) => picked === "suggested") ? "?" : "";
}
