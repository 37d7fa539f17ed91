import type { Line } from "../notes/notes";
import { bareMinutes } from "./bare-minutes";
import type { Block } from "./block";
import { type MeetingTime, meetingTimeIn } from "./meeting-time";
import { offsetMinutes } from "./offset-minutes";
import type { Section } from "./sections";
import { type AgendaTable, agendaTable, isCell } from "./table-blocks";
import { Walk } from "./walk";

/** What stands where in an agenda. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly time: MeetingTime | undefined;
  /** The table that holds the items, where one does. */
  readonly table: AgendaTable | undefined;
  /** Lines that belong to the meeting as a whole: heads, labels, norms, what to bring, things to read. */
  readonly around: readonly { readonly at: number; readonly section: Section }[];
}

/** Tells the items of an agenda from what stands around them. */
export function layoutOf(title: string | undefined, lines: readonly Line[]): Layout {
  const tables = tablesOf(lines);
  const time = meetingTimeIn(title, lines);
  const walk = new Walk(lines, time, tables);
  for (const [at, line] of lines.entries()) walk.take(line, at);
  const blocks = walk.blocks.length < 2 ? walk.withLoose() : walk.blocks;
  const table = [...tables.values()].find((each) => each && each.blocks.length * 2 > blocks.length);
  return { blocks: bareMinutes(offsetMinutes(blocks)), time, table, around: walk.around };
}

/** Each table of the document by the index of its first cell. */
function tablesOf(lines: readonly Line[]): Map<number, AgendaTable | undefined> {
  const tables = new Map<number, AgendaTable | undefined>();
  for (let at = 0; at < lines.length; at++) {
    if (!isCell(lines[at])) continue;
    const cells: number[] = [];
    // A row number that falls starts another table.
    for (let row = 0; isCell(lines[at]) && (lines[at]?.row ?? 0) >= row; at++) {
      row = lines[at]?.row ?? 0;
      cells.push(at);
    }
    tables.set(cells[0] as number, agendaTable(lines, cells));
    at--;
  }
  return tables;
}
