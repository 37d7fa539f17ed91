import { type Line, notesFromText, type Steps } from "../../core/index";
import type { HostLine, LinesChange } from "./host";
import { type Cell, type RawRow, rawRows, sameCell } from "./raw-rows";

/** A change of a text: `removed` UTF-16 units at `at` gave way to `inserted`. */
export interface TextPatch {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Lines read between two places to pause. */
const CHUNK = 100;

/** The text of a tab as lines that keep their ids while the text is edited. Work is that of the change, not of the text. */
export class DocumentLines {
  lines: readonly HostLine[] = [];
  private rows: RawRow[] = [];
  private nextId = 1;

  /** `markers`: whether the text has list markers in its lines, which the page shows apart. */
  constructor(private readonly markers = false) {}

  /** UTF-16 length of the whole text. */
  get length(): number {
    return this.rows.reduce((sum, { raw }) => sum + raw.length + 1, -1);
  }

  /** Takes a whole text, with places to pause; lines that it shares with the one before keep their ids. */
  *replace(text: string): Steps<LinesChange> {
    const rows = rawRows(text.split("\n"), undefined, true);
    yield;
    return yield* this.change(0, this.rows.length, rows);
  }

  /** Takes a change, with places to pause before anything is changed; `undefined` where it does not fit this text. */
  *patch({ at, removed, inserted }: TextPatch): Steps<LinesChange | undefined> {
    const first = this.rowAt(at);
    const last = this.rowAt(at + removed);
    if (!first || !last) return undefined;
    const before = (this.rows[first.row] as RawRow).raw.slice(0, first.within);
    const after = (this.rows[last.row] as RawRow).raw.slice(last.within);
    const above: Cell = first.row > 0 ? (this.rows[first.row - 1] as RawRow).after : undefined;
    const renewed = rawRows(`${before}${inserted}${after}`.split("\n"), above, first.row === 0);
    let end = last.row + 1;
    // Where a table opens or closes, what follows stands elsewhere.
    if (!sameCell(renewed[renewed.length - 1]?.after, this.rows[last.row]?.after)) {
      const rest = this.rows.slice(end).map(({ raw }) => raw);
      renewed.push(...rawRows(rest, renewed[renewed.length - 1]?.after, false));
      end = this.rows.length;
    }
    return yield* this.change(first.row, end, renewed);
  }

  /** The position of the line in which an offset of the text stands. */
  lineAt(offset: number): number | undefined {
    const place = this.rowAt(offset);
    if (!place) return undefined;
    let position = 0;
    for (let row = 0; row < place.row; row++) position += (this.rows[row] as RawRow).pieces.length;
    const { pieces } = this.rows[place.row] as RawRow;
    const piece = pieces.findLastIndex(({ start }) => start <= place.within);
    return pieces.length ? position + Math.max(0, piece) : undefined;
  }

  private rowAt(offset: number): { row: number; within: number } | undefined {
    let left = offset;
    for (let row = 0; row < this.rows.length; row++) {
      const { length } = (this.rows[row] as RawRow).raw;
      if (left <= length) return left < 0 ? undefined : { row, within: left };
      left -= length + 1;
    }
    return undefined;
  }

  private *change(from: number, to: number, renewed: readonly RawRow[]): Steps<LinesChange> {
    let at = countPieces(this.rows, 0, from);
    let removed = countPieces(this.rows, from, to);
    const old = this.lines;
    let texts: readonly Text[] = renewed.flatMap(({ pieces, cell }) => pieces.map(({ text }) => ({ text, cell })));
    yield;
    let head = 0;
    while (head < Math.min(removed, texts.length) && same(old[at + head], texts[head])) head++;
    let tail = 0;
    const most = Math.min(removed, texts.length) - head;
    while (tail < most && same(old[at + removed - 1 - tail], texts[texts.length - 1 - tail])) tail++;
    texts = texts.slice(head, texts.length - tail);
    at += head;
    removed -= head + tail;

    // What kind of line the neighbours are can depend on what was typed between them.
    const start = Math.max(0, at - 1);
    const end = Math.min(old.length, at + removed + 1);
    const [above, below] = [old.slice(start, at), old.slice(at + removed, end)];
    const window: readonly Text[] = [...above, ...texts, ...below];
    const ids = keptIds(old.slice(at, at + removed), texts);
    const inserted: HostLine[] = [];
    for (let n = 0; n < window.length; n += CHUNK) {
      const chunk = window.slice(n, n + CHUNK);
      const read = readLines(chunk, window[n - 1] ?? old[start - 1], window[n + CHUNK] ?? old[end]);
      read.forEach((line, m) => {
        const found = { ...line, shownFrom: this.markers ? line.lead : 0 };
        const place = n + m - above.length;
        const known = place < 0 ? above[n + m] : below[place - texts.length];
        if (known && alike(known.line, found.line)) inserted.push(known);
        else inserted.push({ id: known?.id ?? ids[place] ?? this.nextId++, ...found });
      });
      yield;
    }
    this.rows = [...this.rows.slice(0, from), ...renewed, ...this.rows.slice(to)];
    this.lines = [...old.slice(0, start), ...inserted, ...old.slice(end)];
    let front = 0;
    while (front < above.length && inserted[front] === above[front]) front++;
    let back = 0;
    while (back < below.length && inserted[inserted.length - 1 - back] === below[below.length - 1 - back]) back++;
    return {
      at: start + front,
      removed: end - start - front - back,
      inserted: inserted.slice(front, inserted.length - back),
    };
  }
}

interface Text {
  readonly text: string;
  readonly cell?: Cell;
}

function countPieces(rows: readonly RawRow[], from: number, to: number): number {
  let count = 0;
  for (let row = from; row < to; row++) count += (rows[row] as RawRow).pieces.length;
  return count;
}

const same = (line: Text | undefined, next: Text | undefined): boolean =>
  line !== undefined && next !== undefined && line.text === next.text && sameCell(line.cell, next.cell);

/** Reads some lines as the reader of plain text does, between what stands above and below them. */
function readLines(
  texts: readonly Text[],
  above: Text | undefined,
  below: Text | undefined,
): Omit<HostLine, "id" | "shownFrom">[] {
  // A soft line break would be a line of its own to the reader of plain text.
  const rows = [above, ...texts, below].map((line) => (line?.text ?? "").replace(/[\r\v\u2028\u2029]/g, " "));
  const { lines } = notesFromText(`${rows.join("\n")}\n`);
  let offset = (rows[0] as string).length + 1;
  return texts.map(({ text, cell }, n) => {
    const from = offset;
    offset += text.length + 1;
    if (cell) {
      const lead = text.length - text.trimStart().length;
      return { text, cell, line: { kind: "cell", text: text.trim(), ...cell }, lead };
    }
    const { offset: found = from, ...line } = lines[n + 1] as Line;
    const lead = found - from;
    return { text, line: { ...line, text: text.slice(lead, lead + line.text.length) }, lead };
  });
}

const alike = (a: Line, b: Line): boolean =>
  a.kind === b.kind && a.text === b.text && a.depth === b.depth && a.checked === b.checked;

/**
 * Ids for texts that stand where `old` stood: a line that was there keeps its id; any other is the line that followed on what stands above
 * it, as when someone types in it or presses Enter. By place alone, edits far apart would give one line's tags to another for a moment.
 */
function keptIds(old: readonly HostLine[], texts: readonly { readonly text: string }[]): (number | undefined)[] {
  const free = new Map<string, number[]>();
  old.forEach(({ text }, at) => {
    if (!text) return;
    const places = free.get(text);
    if (places) places.push(at);
    else free.set(text, [at]);
  });
  const places = texts.map(({ text }) => free.get(text)?.shift());
  const taken = new Set(places);
  places.forEach((place, n) => {
    const above = n === 0 ? -1 : places[n - 1];
    if (place !== undefined || above === undefined || above + 1 === old.length || taken.has(above + 1)) return;
    places[n] = above + 1;
    taken.add(above + 1);
  });
  return places.map((place) => (place === undefined ? undefined : old[place]?.id));
}
