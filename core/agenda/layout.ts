import { type TimeBox, timeBoxIn } from "../notes/details";
import type { Line } from "../notes/notes";
import { bareMinutes } from "./bare-minutes";
import type { Block } from "./block";
import { type MeetingTime, meetingTimeIn } from "./meeting-time";
import { isCourtesy, isLabel, type Section, sectionOf } from "./sections";
import { sentenceBlocks } from "./sentence-blocks";
import { type AgendaTable, agendaTable } from "./table-blocks";

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
  let blocks = walk.blocks;
  if (blocks.length < 2) {
    const loose = walk.looseBlocks();
    if (loose.length > blocks.length) blocks = loose;
  }
  const table = [...tables.values()].find((each) => each && each.blocks.length * 2 > blocks.length);
  return { blocks: bareMinutes(blocks), time, table, around: walk.around };
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

const isCell = (line: Line | undefined): boolean => line?.kind === "cell";

/** Goes down the lines once and gathers items with what belongs to them. */
class Walk {
  readonly blocks: Block[] = [];
  readonly around: { at: number; section: Section }[] = [];
  readonly #loose: { line: Line; at: number }[] = [];
  #section: { is: Section; depth: number } = { is: "agenda", depth: 0 };
  /** The item that further lines belong to, and how deep it stands. */
  #open: { block: Block; depth: number } | undefined;
  #tableEnds = -1;
  /** Whether times stand at the head of lines that are no bullets: then bullets below them are details. */
  readonly #timed: boolean;
  readonly #headed: boolean;

  constructor(
    readonly lines: readonly Line[],
    readonly time: MeetingTime | undefined,
    readonly tables: Map<number, AgendaTable | undefined>,
  ) {
    const timed = lines.filter(
      (line, at) =>
        line.kind !== "bullet" &&
        line.kind !== "heading" &&
        line.kind !== "cell" &&
        !this.#isAbout(line, at) &&
        timeBoxIn(line.text),
    );
    this.#timed = timed.length > 1;
    this.#headed =
      lines.filter((line, at) => line.kind === "heading" && !this.#isAbout(line, at) && timeBoxIn(line.text)).length >
      1;
  }

  take(line: Line, at: number): void {
    if (at < this.#tableEnds) return;
    if (line.kind === "cell") {
      this.#table(at);
      return;
    }
    if (!line.text || /^[-–—_=*|\s:.]+$/.test(line.text)) return;
    if (line.kind === "heading") {
      this.#heading(line, at);
      return;
    }
    const box = timeBoxIn(line.text);
    if (
      this.#isAbout(line, at) ||
      isCourtesy(line) ||
      (isLabel(line.text) && box?.minutes === undefined && !this.#open)
    ) {
      this.#beside(at);
      return;
    }
    const isOwn = box?.minutes !== undefined || box?.to !== undefined;
    if (this.#section.is !== "agenda" && !(isOwn && this.#section.is !== "norms")) {
      if (this.#section.is === "closing" && line.kind === "bullet" && this.#closes(line, at)) return;
      this.#beside(at);
      return;
    }
    this.#listed(line, at, box);
  }

  /** Paragraphs that may be items where nothing else is: an agenda of bare lines, or in running text. */
  looseBlocks(): Block[] {
    return this.#loose.flatMap(({ line, at }) => sentenceBlocks(line.text, at));
  }

  #isAbout(line: Line, at: number): boolean {
    return this.time?.lines.includes(at) === true && line.kind !== "cell";
  }

  #beside(at: number): void {
    this.around.push({ at, section: this.#section.is });
  }

  #table(at: number): void {
    const table = this.tables.get(at);
    let end = at;
    for (let row = 0; isCell(this.lines[end]) && (this.lines[end]?.row ?? 0) >= row; end++)
      row = this.lines[end]?.row ?? 0;
    this.#tableEnds = end;
    this.#open = undefined;
    if (table && (this.#section.is === "agenda" || table.columns.time !== undefined)) this.blocks.push(...table.blocks);
    else
      for (let cell = at; cell < end; cell++)
        this.around.push({
          at: cell,
          section: this.#section.is === "agenda" ? sectionOf(this.lines[at]?.text ?? "") : this.#section.is,
        });
  }

  #heading(line: Line, at: number): void {
    const depth = line.depth ?? 1;
    const box = this.#isAbout(line, at) ? undefined : timeBoxIn(line.text);
    const section = sectionOf(line.text);
    this.#open = undefined;
    const isItem =
      box !== undefined ||
      (this.#headed && this.blocks.length > 0 && section !== "aside" && section !== "norms" && depth > 1);
    if (isItem && at > 0 && !this.#childrenTimed(at, depth)) {
      this.#section = { is: "agenda", depth };
      this.#add({ line: at, lines: [at], text: line.text, box, form: "heading" }, -1);
      return;
    }
    this.around.push({ at, section });
    if (section !== "agenda" || depth <= this.#section.depth || this.#section.is === "agenda")
      this.#section = { is: section, depth };
  }

  /** Whether the lines below a heading have times of their own: then it only groups them. */
  #childrenTimed(at: number, depth: number): boolean {
    for (let below = at + 1; below < this.lines.length; below++) {
      const line = this.lines[below] as Line;
      if (line.kind === "heading" && (line.depth ?? 1) <= depth) return false;
      if (line.kind !== "heading" && timeBoxIn(line.text)?.minutes !== undefined) return true;
    }
    return false;
  }

  #listed(line: Line, at: number, box: TimeBox | undefined): void {
    const depth = line.kind === "bullet" ? (line.depth ?? 0) : -0.5;
    const own = box !== undefined;
    if (this.#open) {
      const { block } = this.#open;
      const below =
        line.kind === "bullet" &&
        (depth > this.#open.depth ||
          (block.form === "line" && this.#timed && !own) ||
          (block.form === "heading" && !own));
      const continued = line.kind === "para" && !own;
      if (below || (continued && (this.blocks.length > 1 || block.form !== "line"))) {
        block.lines.push(at);
        return;
      }
    }
    if (line.kind === "bullet" || line.kind === "item" || own) {
      const runs = line.kind === "para" ? sentenceBlocks(line.text, at) : [];
      if (runs.length > 1 && runs.filter((run) => run.box).length > 1) {
        this.blocks.push(...runs);
        this.#open = undefined;
      } else
        this.#add(
          { line: at, lines: [at], text: line.text, box, form: line.kind === "bullet" ? "bullet" : "line" },
          depth,
        );
      return;
    }
    // The first line is a title.
    if (this.lines.slice(0, at).some(({ text }) => text)) this.#loose.push({ line, at });
  }

  #closes(line: Line, at: number): boolean {
    const box = timeBoxIn(line.text);
    if (!box) return false;
    this.#add({ line: at, lines: [at], text: line.text, box, form: "bullet" }, line.depth ?? 0);
    return true;
  }

  #add(block: Block, depth: number): void {
    this.blocks.push(block);
    this.#open = { block, depth };
  }
}
