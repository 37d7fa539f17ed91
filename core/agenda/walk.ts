import type { TimeBox } from "../notes/details";
import type { Line } from "../notes/notes";
import { areAlike } from "./bare-minutes";
import type { Block } from "./block";
import { areItems, areTimedBelow } from "./heading-times";
import { placedTimes } from "./lone-times";
import type { MeetingTime } from "./meeting-time";
import { ownBoxes } from "./own-boxes";
import { isAgenda, isCourtesy, isLabel, isRecord, type Section, sectionOf } from "./sections";
import { sentenceBlocks } from "./sentence-blocks";
import { type AgendaTable, isCell } from "./table-blocks";
import { begins, plain } from "./words";

/** A time that starts within so many characters stands at the head of its line. */
const AT_HEAD = 4;
/** Words of a paragraph that can be an item among others. */
const SHORT = 9;

/** Goes down the lines once and gathers items with what belongs to them. */
export class Walk {
  readonly blocks: Block[] = [];
  readonly around: { at: number; section: Section }[] = [];
  private readonly loose: { line: Line; at: number }[] = [];
  private section: { is: Section; depth: number } = { is: "agenda", depth: 0 };
  /** The item that further lines belong to, and how deep it stands. */
  private open: { block: Block; depth: number } | undefined;
  private tableEnds = -1;
  /** Depth of the heading under which the notes of the meeting stand, once there is one. */
  private recordFrom = Number.POSITIVE_INFINITY;
  /** Whether times stand at the head of lines that are no bullets: then bullets below them are details. */
  private readonly timed: boolean;
  /** Whether times stand at the end of such lines: then short ones without a time are items too. */
  private readonly tail: boolean;
  private readonly headed: boolean;
  /** The time box of each line, but for those that tell the time of the meeting. */
  private readonly boxes: readonly (TimeBox | undefined)[];
  private readonly lone: ReadonlySet<number>;

  constructor(
    readonly lines: readonly Line[],
    readonly time: MeetingTime | undefined,
    readonly tables: Map<number, AgendaTable | undefined>,
  ) {
    const { boxes, lone } = placedTimes(
      lines,
      ownBoxes(lines, (at) => this.isAbout(at)),
    );
    this.boxes = boxes;
    this.lone = lone;
    const timed = lines.flatMap(({ kind }, at) => (kind === "para" || kind === "item" ? (this.boxes[at] ?? []) : []));
    this.timed = timed.length > 1;
    this.tail = timed.length > 0 && timed.every(({ start }) => start > AT_HEAD);
    this.headed = lines.filter(({ kind }, at) => kind === "heading" && this.boxes[at]).length > 1;
  }

  take(line: Line, at: number): void {
    if (at < this.tableEnds || this.lone.has(at)) return;
    if (line.kind === "cell") {
      this.table(at);
      return;
    }
    if (!line.text || /^[-–—_=*|\s:.]+$/.test(line.text)) return;
    if (line.kind === "heading") {
      this.heading(line, at);
      return;
    }
    const box = this.boxes[at];
    if (
      this.isAbout(at) ||
      isCourtesy(line, this.lines[at - 1]?.text) ||
      (isLabel(line.text) && box?.minutes === undefined && !this.open)
    ) {
      this.beside(at);
      return;
    }
    if (this.section.is !== "agenda" && (this.section.is === "norms" || !this.isTimed(box))) {
      if (this.section.is === "closing" && line.kind === "bullet" && this.closes(line, at)) return;
      this.beside(at);
      return;
    }
    this.listed(line, at, box);
  }

  /** Paragraphs are items where little else is: an agenda of bare lines, or in running text. A bullet below one is part of it. */
  withLoose(): Block[] {
    const loose = this.loose.flatMap(({ line, at }) => sentenceBlocks(line.text, at, !this.timed));
    if (loose.length <= this.blocks.length) return this.blocks;
    const all = [...loose, ...this.blocks].sort((a, b) => a.line - b.line);
    const kept: Block[] = [];
    for (const block of all) {
      const above = kept[kept.length - 1];
      if (above && block.form === "bullet" && !block.box) above.lines.push(...block.lines);
      else kept.push(block);
    }
    return kept;
  }

  private isAbout(at: number): boolean {
    return this.time?.lines.includes(at) === true;
  }

  private beside(at: number): void {
    this.around.push({ at, section: this.section.is });
  }

  private table(at: number): void {
    const table = this.tables.get(at);
    let end = at;
    for (let row = 0; isCell(this.lines[end]) && (this.lines[end]?.row ?? 0) >= row; end++)
      row = this.lines[end]?.row ?? 0;
    this.tableEnds = end;
    this.open = undefined;
    if (table && (this.section.is === "agenda" || table.columns.time !== undefined)) this.blocks.push(...table.blocks);
    else
      for (let cell = at; cell < end; cell++)
        this.around.push({
          at: cell,
          section: this.section.is === "agenda" ? sectionOf(this.lines[at]?.text ?? "") : this.section.is,
        });
  }

  private heading(line: Line, at: number): void {
    const depth = line.depth ?? 1;
    const box = this.boxes[at];
    const section = this.sectionAt(line.text, depth);
    this.open = undefined;
    const isItem =
      box !== undefined ||
      (this.headed && this.blocks.length > 0 && section !== "aside" && section !== "norms" && depth > 1);
    if (
      isItem &&
      at > 0 &&
      (!areTimedBelow(this.lines, this.boxes, at, depth) || areItems(this.lines, this.boxes, depth))
    ) {
      this.section = { is: "agenda", depth };
      this.add({ line: at, lines: [at], text: line.text, box, form: "heading" }, -1);
      return;
    }
    this.around.push({ at, section });
    if (section !== "agenda" || depth <= this.section.depth || this.section.is === "agenda")
      this.section = { is: section, depth };
  }

  /** What a heading starts. After what was written down in the meeting comes no further item. */
  private sectionAt(text: string, depth: number): Section {
    const section = sectionOf(text);
    if (this.blocks.length > 0 && isRecord(text)) this.recordFrom = Math.min(this.recordFrom, depth);
    return section === "agenda" && depth >= this.recordFrom && !isAgenda(text) ? "aside" : section;
  }

  private listed(line: Line, at: number, box: TimeBox | undefined): void {
    const depth = line.kind === "bullet" ? (line.depth ?? 0) : -0.5;
    const own = box !== undefined;
    if (this.open) {
      const { block } = this.open;
      const below =
        line.kind === "bullet" &&
        (depth > this.open.depth ||
          (block.form === "line" && this.timed && !own) ||
          (block.form === "heading" && !own));
      // A bullet among bare lines belongs to one of them; the next bare line is not the bullet's.
      const bare = this.loose.length > 0 && block.form === "bullet";
      const continued = line.kind === "para" && !own && !bare && !this.isShort(line);
      if (below || (continued && (this.blocks.length > 1 || block.form !== "line"))) {
        block.lines.push(at);
        return;
      }
    }
    if (line.kind === "bullet" || line.kind === "item" || own || (this.open && this.isShort(line))) {
      const runs = line.kind === "para" ? sentenceBlocks(line.text, at, !this.timed) : [];
      if (runs.length > 1 && runs.filter((run) => run.box).length > 1) {
        this.blocks.push(...runs);
        this.open = undefined;
      } else
        this.add(
          { line: at, lines: [at], text: line.text, box, form: line.kind === "bullet" ? "bullet" : "line" },
          depth,
        );
      return;
    }
    // The first line is a title, unless it is as the next.
    const next = this.lines.slice(at + 1).find(({ text }) => text);
    if (this.lines.slice(0, at).some(({ text }) => text) || areAlike(line.text, next?.text ?? ""))
      this.loose.push({ line, at });
  }

  /** In a list beside the agenda only what is given minutes of the meeting is an item: "Picture day, 9:00–10:30" is none. */
  private isTimed(box: TimeBox | undefined): boolean {
    if (!box || this.recordFrom < Number.POSITIVE_INFINITY || (box.minutes === undefined && box.to === undefined))
      return false;
    const { from = box.from, to = box.to } = this.time ?? {};
    if (box.from === undefined) return box.to === undefined || to === undefined || box.to <= to;
    return from !== undefined && to !== undefined && box.from >= from && box.from <= to;
  }

  private isShort({ kind, text }: Line): boolean {
    return this.tail && kind === "para" && text.split(" ").length <= SHORT;
  }

  private closes(line: Line, at: number): boolean {
    const box = this.boxes[at];
    const depth = line.depth ?? 0;
    // "Feedback on the meeting" beside "Commitments (5 min)" is an item as well, "Ana brings slips" is not.
    if (!box && (this.open?.depth !== depth || !begins("closing", plain(line.text)))) return false;
    this.add({ line: at, lines: [at], text: line.text, box, form: "bullet" }, depth);
    return true;
  }

  private add(block: Block, depth: number): void {
    this.blocks.push(block);
    this.open = { block, depth };
  }
}
