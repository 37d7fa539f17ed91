import {
  type Decision,
  headingPaths,
  type Said,
  type SeenLine,
  splitMeetings,
  standingOf,
  templateLines,
} from "../../../core/index";
import type { OpenedDocument } from "../panel/source";

const saidIn = ({ verdict, stance, reader }: Decision): Said => ({
  shows: verdict !== "reject",
  ...(stance === "" ? {} : { stance }),
  ...(reader === "deep" ? { deep: true } : {}),
});

/**
 * The lines of the meetings on which people decided something, with what stands: the team's decisions where they come back
 * from its workbook, else those made here. Decisions whose line is gone teach nothing.
 */
export function seenLines({ about, lines, decisions, placements }: OpenedDocument): SeenLine[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const byLine = new Map<number, Decision[]>();
  for (const { id, line } of placements) {
    const decision = byId.get(id);
    if (line !== undefined && decision) byLine.set(line, [...(byLine.get(line) ?? []), decision]);
  }
  if (byLine.size === 0) return [];
  const headings = headingPaths(lines);
  const template = templateLines(lines);
  const notes = { title: about.title, lines, ...(about.date === undefined ? {} : { date: about.date }) };
  return splitMeetings(notes).flatMap(({ from, notes: { lines: own } }, n) => {
    const here = own.map((_, at) => from + at);
    if (!here.some((at) => byLine.has(lines[at]?.id ?? -1))) return [];
    return here.flatMap((at): SeenLine[] => {
      const line = lines[at];
      if (!line || line.kind === "heading" || template[at]) return [];
      const standing = standingOf(byLine.get(line.id) ?? []);
      const decided = new Map(standing.map(({ indicator, decision }) => [indicator, saidIn(decision)]));
      const meeting = `${about.document}\n${about.tab}\n${n}`;
      return [{ line, headings: headings[at] ?? [], type: about.type, meeting, decided }];
    });
  });
}
