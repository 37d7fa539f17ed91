import type { Coverage, CoverageMeeting, CoverageTag } from "../../core/coverage/coverage";
import { totalsOf } from "../../core/coverage/totals";
import type { Rubric } from "../../core/rubric/rubric";
import { codeOf, factsOf } from "./evidence-facts";
import { promisesOf } from "./promises";
import { type Row, textOf } from "./table";

/** Meetings back whose lines are needed in their words: there it shows whether a promise was come back to. */
const RECENT = 4;

/** The rows of Evidence that `historyOf` wants whole. */
export function recentRows(evidence: readonly Row[], meetings: readonly Row[]): readonly Row[] {
  const newestFirst = [...meetings].sort((a, b) => (textOf(a, "date") > textOf(b, "date") ? -1 : 1));
  const recent = new Set(newestFirst.slice(0, RECENT).map((row) => textOf(row, "key")));
  return evidence.filter((row) => recent.has(factsOf(row).meeting));
}

/** What the workbook knows of the team's meetings, with the words of their lines where their rows were read whole. */
export function historyOf(evidence: readonly Row[], meetings: readonly Row[], rubric: Rubric): Coverage {
  const tags = new Map<string, CoverageTag[]>();
  for (const row of evidence) {
    const { meeting, picked, stance, printed } = factsOf(row);
    if (printed || (picked !== "found" && picked !== "suggested")) continue;
    const tag = { indicator: codeOf(row), stance, tier: picked, confidence: 1, evidence: [], why: "" } as const;
    const own = tags.get(meeting) ?? [];
    own.push({ ...tag, reader: "compact", line: 0, text: textOf(row, "quote"), headings: [] });
    tags.set(meeting, own);
  }
  const past = meetings.map((row): CoverageMeeting => {
    const date = textOf(row, "date");
    return {
      title: textOf(row, "title"),
      ...(date ? { date } : {}),
      source: textOf(row, "source"),
      type: textOf(row, "type") === "Agenda" ? "agenda" : "minutes",
      lines: Number(row.cells.lines) || 0,
      tags: tags.get(textOf(row, "key")) ?? [],
      commitments: promisesOf(row),
    };
  });
  past.sort((a, b) => ((a.date ?? "9999") < (b.date ?? "9999") ? -1 : 1));
  const { id, version } = rubric;
  return { version: 1, rubric: { id, version }, meetings: past, totals: totalsOf(past, rubric) };
}
