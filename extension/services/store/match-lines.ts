import type { StoredLine } from "../../db";
import type { TaggedLine } from "../../protocol";

/**
 * For each line the row that had its words, whatever was said of them; each row once. Alike lines at the start and at the end keep
 * their places, for logs grow there and say the same in every meeting. Between, they are taken in the order of the document.
 */
export function matchLines<Row extends TaggedLine>(
  before: readonly Row[],
  after: readonly TaggedLine[],
): (Row | undefined)[] {
  const [old, now] = [before.map(wordsOf), after.map(wordsOf)];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const free = new Map<string, Row[]>();
  // From the end, so that the earliest of like lines is on top.
  for (let at = old.length - tail - 1; at >= head; at--) {
    const key = old[at] as string;
    const row = before[at] as Row;
    const rows = free.get(key);
    if (rows) rows.push(row);
    else free.set(key, [row]);
  }
  return now.map((key, at) => {
    if (at < head) return before[at];
    return at >= now.length - tail ? before[at + old.length - now.length] : free.get(key)?.pop();
  });
}

/**
 * Which line stands for each row that went away, by the row's id: the one with its words, or, where as many other lines came as went,
 * the one in its place.
 */
export function heirsOf(
  before: readonly StoredLine[],
  after: readonly StoredLine[],
  matched: readonly (StoredLine | undefined)[],
): ReadonlyMap<number, StoredLine> {
  const heirs = new Map<number, StoredLine>();
  after.forEach((row, n) => {
    const old = matched[n];
    if (old) heirs.set(old.id, row);
  });
  const went = before.filter(({ id }) => !heirs.has(id));
  const came = after.filter((_, n) => !matched[n]);
  if (went.length === came.length)
    went.forEach(({ id }, n) => {
      heirs.set(id, came[n] as StoredLine);
    });
  return heirs;
}

/** The line as it is kept, without what moves whenever something above it is typed. */
export function storedLine(line: TaggedLine): TaggedLine {
  const { offset: _moves, ...kept } = line;
  return kept;
}

const wordsOf = ({ kind, text, depth, row, column, checked }: TaggedLine): string =>
  JSON.stringify([kind, text, depth, row, column, checked]);
