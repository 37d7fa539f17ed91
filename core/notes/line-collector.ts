import type { Line, LineKind } from "./notes";
import { notesFromText } from "./text";

/** The place of a cell in its table, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A list item, shared by all its lines. */
export interface Item {
  readonly depth: number;
  checked?: boolean;
}

/** Where a piece of text stands. */
export interface Place {
  readonly heading?: number | undefined;
  readonly item?: Item | undefined;
  readonly cell?: Cell | undefined;
  readonly bold: boolean;
}

/** Longest bold paragraph that may stand for a heading. */
const HEADING_LENGTH = 60;

/** Gathers the text of a document into lines, alike for every format that says what is a heading, an item or a cell. */
export class LineCollector {
  readonly lines: Line[] = [];
  private parts: string[] = [];
  private place: Place | undefined;
  private allBold = true;
  private boxes: boolean[] = [];
  private afterBreak = false;
  /** Items whose tick is already on a line: only the first line of an item carries it. */
  private readonly ticked = new WeakSet<Item>();
  /** Indexes of paragraphs that are bold throughout. */
  private readonly boldAlone = new Set<number>();

  text(text: string, place: Place): void {
    this.parts.push(text);
    if (!/\S/.test(text)) return;
    this.place ??= place;
    if (!place.bold) this.allBold = false;
  }

  checkbox(checked: boolean, place: Place): void {
    if (place.item) place.item.checked ??= checked;
    else this.boxes.push(checked);
  }

  /** Ends a line where the next one is still in the same paragraph. */
  break(): void {
    if (this.end()) this.afterBreak = true;
  }

  /** Ends a line where a paragraph ends. */
  flush(): void {
    this.end();
    this.afterBreak = false;
  }

  /** Keeps the place of a cell without text. */
  emptyCell(cell: Cell): void {
    this.lines.push({ kind: "cell", text: "", ...cell });
  }

  /**
   * The lines, with offsets. In a document that has no heading at all, a short bold paragraph is one: its writer had no
   * other way to say so. Where there is even one heading, bold stays what it most often is, emphasis.
   */
  finish(): Line[] {
    this.flush();
    const promote = !this.lines.some(({ kind }) => kind === "heading");
    let offset = 0;
    return this.lines.map((line, at) => {
      const start = offset;
      offset += line.text.length + 1;
      const heading =
        promote && this.boldAlone.has(at) && line.text.length <= HEADING_LENGTH && !line.text.endsWith(".");
      return heading ? { kind: "heading", text: line.text, depth: 1, offset: start } : { ...line, offset: start };
    });
  }

  private end(): boolean {
    const text = tidy(this.parts.join(""));
    const place = this.place;
    if (text && place) {
      const line = this.lineOf(text, place);
      if (this.afterBreak) this.boldAlone.delete(this.lines.length - 1);
      else if (this.allBold && line.kind === "para") this.boldAlone.add(this.lines.length);
      this.lines.push(line);
    }
    this.parts = [];
    this.place = undefined;
    this.allBold = true;
    this.boxes = [];
    return text !== "";
  }

  private lineOf(text: string, { heading, item, cell }: Place): Line {
    const typed = heading === undefined || cell ? typedMark(text) : undefined;
    // In a list the writer's own marker is the list's; only a box says more. "- 4 points" in an item stays as it is.
    const mark = item && typed?.checked === undefined ? undefined : typed;
    // Several boxes in one line are a form to fill in, not a task.
    let checked = (this.boxes.length === 1 ? this.boxes[0] : undefined) ?? mark?.checked;
    if (item && !this.ticked.has(item)) {
      this.ticked.add(item);
      checked = item.checked ?? checked;
    }
    const body = mark?.text ?? text;
    const tick = checked === undefined ? {} : { checked };
    if (cell) return { kind: "cell", text: body, row: cell.row, column: cell.column, ...tick };
    if (heading !== undefined) return { kind: "heading", text: body, depth: heading };
    if (item) return { kind: "bullet", text: body, depth: item.depth, ...tick };
    const kind: LineKind = mark || checked !== undefined ? "bullet" : "para";
    return { kind, text: body, ...(kind === "bullet" ? { depth: 0 } : {}), ...tick };
  }
}

/** A bullet or box that the writer typed. Numbers and letters are left: "A. Ruiz" at the start of a paragraph is a name. */
function typedMark(text: string): Line | undefined {
  if (/^[\p{L}\p{N}]/u.test(text)) return undefined;
  const line = notesFromText(text).lines[0];
  return line?.kind === "bullet" && line.text ? line : undefined;
}

/** One line of text as it reads: single spaces, no characters without width (joiners stay, emoji need them). */
export function tidy(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF\u00AD]/g, "")
    .replace(/(?!\s)\p{Cc}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
