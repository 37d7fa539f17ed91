import type { Tag } from "../../../core/index";
import type { StoredLine } from "../../db";
import type { TaggedLine } from "../../protocol";

/** A row that stays as it is, or a line that is to have a row of its own. */
export type LineOrRow = StoredLine | (TaggedLine & { readonly id?: never });

/** A line that is seen: `apart` where what stands before it may be out of sight. */
interface Seen {
  readonly line: TaggedLine;
  readonly apart: boolean;
}
type Pair = readonly [row: number, seen: number];

/**
 * Lays what was seen of a document over what is kept of it. An empty line stands for pages that nobody has looked at. A row goes
 * only where the lines before and after it are seen side by side, or where a line is seen that reads much like it.
 */
export function withUnseen(rows: readonly StoredLine[], lines: readonly TaggedLine[]): LineOrRow[] {
  const written = rows.filter(({ text }) => text);
  const seen = lines.flatMap((line, at): Seen[] => (line.text ? [{ line, apart: lines[at - 1]?.text === "" }] : []));
  /** What stands in the place of a row, and after it; -1: before all rows. */
  const instead = new Map<number, readonly LineOrRow[]>();
  const after = new Map<number, readonly LineOrRow[]>();
  let [row, at] = [-1, -1];
  for (const [nextRow, next] of [...pairsOf(written, seen), [written.length, seen.length] as const]) {
    const came = seen.slice(at + 1, next);
    const open = at < 0 || next === seen.length || seen.slice(at + 1, next + 1).some(({ apart }) => apart);
    if (!open) {
      for (let gone = row + 1; gone < nextRow; gone++) instead.set(gone, []);
      after.set(
        row,
        came.map(({ line }) => line),
      );
    } else
      for (const { line } of came) {
        const like =
          findFrom(row + 1, nextRow, (other) => other.text === line.text, written) ??
          findFrom(row + 1, nextRow, (other) => isLike(other.text, line.text), written);
        if (like === undefined) after.set(row, [...(after.get(row) ?? []), line]);
        else {
          row = like;
          const { text } = written[like] as StoredLine;
          // At the edge of what is seen, a line may be seen in half.
          if (!text.startsWith(line.text) && !text.endsWith(line.text)) instead.set(like, [line]);
        }
      }
    const same = written[nextRow];
    if (same) instead.set(nextRow, [withTags(same, (seen[next] as Seen).line.tags)]);
    [row, at] = [nextRow, next];
  }
  let position = -1;
  return [
    ...(after.get(-1) ?? []),
    ...rows.flatMap((kept) => {
      if (!kept.text) return [kept];
      position++;
      return [...(instead.get(position) ?? [kept]), ...(after.get(position) ?? [])];
    }),
  ];
}

function withTags(row: StoredLine, tags: readonly Tag[]): LineOrRow {
  if (JSON.stringify(row.tags) === JSON.stringify(tags)) return row;
  const { id: _, document: _document, tab: _tab, since: _since, ...line } = row;
  return { ...line, tags };
}

/** Which line is which row: those whose words stand once in both, in order, and their neighbours that are the same, too. */
function pairsOf(rows: readonly StoredLine[], seen: readonly Seen[]): Pair[] {
  const [inRows, inSeen] = [onceIn(rows.map(({ text }) => text)), onceIn(seen.map(({ line }) => line.text))];
  const sure = longestRise(
    [...inSeen].flatMap(([text, at]): Pair[] => {
      const row = inRows.get(text);
      return row === undefined ? [] : [[row, at]];
    }),
  );
  const pairs: Pair[] = [];
  const alike = (row: number, at: number) => rows[row] !== undefined && rows[row]?.text === seen[at]?.line.text;
  let [row, at] = [-1, -1];
  for (const [nextRow, next] of [...sure, [rows.length, seen.length] as const]) {
    if (at >= 0)
      while (row + 1 < nextRow && at + 1 < next && !seen[at + 1]?.apart && alike(row + 1, at + 1))
        pairs.push([++row, ++at]);
    const back: Pair[] = [];
    if (next < seen.length) {
      let [r, s] = [nextRow, next];
      back.push([r, s]);
      while (r - 1 > row && s - 1 > at && !seen[s]?.apart && alike(r - 1, s - 1)) back.unshift([--r, --s]);
    }
    pairs.push(...back);
    [row, at] = [nextRow, next];
  }
  return pairs;
}

/** Where each text stands that stands there once. */
function onceIn(texts: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const often = new Set<string>();
  texts.forEach((text, at) => {
    if (found.has(text)) often.add(text);
    else found.set(text, at);
  });
  for (const text of often) found.delete(text);
  return found;
}

/** The longest choice of pairs in which the rows rise. */
function longestRise(pairs: readonly Pair[]): Pair[] {
  /** For each length, the pair with the least row that ends such a rise; and what each pair stands behind. */
  const ends: Pair[] = [];
  const behind = new Map<Pair, Pair | undefined>();
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Pair)[0] < pair[0]) low = middle + 1;
      else high = middle;
    }
    behind.set(pair, ends[low - 1]);
    ends[low] = pair;
  }
  const rise: Pair[] = [];
  for (let pair = ends[ends.length - 1]; pair; pair = behind.get(pair)) rise.unshift(pair);
  return rise;
}

function findFrom(
  from: number,
  to: number,
  wanted: (row: StoredLine) => boolean,
  rows: readonly StoredLine[],
): number | undefined {
  for (let at = from; at < to; at++) if (wanted(rows[at] as StoredLine)) return at;
  return undefined;
}

/** Whether half of the shorter one's letters begin or end both. */
function isLike(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let same = 0;
  while (same < least && a[same] === b[same]) same++;
  let tail = 0;
  while (tail < least - same && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return (same + tail) * 2 >= least;
}
