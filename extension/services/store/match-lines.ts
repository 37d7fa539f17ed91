import type { StoredLine } from "../../db";
import type { TaggedLine } from "../../protocol";

/**
 * Finds the rows of lines that stayed the same, so that they keep their ids: `undefined` for a line that is new. Each row is
 * given once, in the order of the document where it can be.
 */
export function matchLines(
  before: readonly (TaggedLine & { readonly id: number })[],
  after: readonly TaggedLine[],
): (number | undefined)[] {
  const free = new Map<string, number[]>();
  // From the end, so that the earliest of like lines is on top.
  for (let at = before.length - 1; at >= 0; at--) {
    const line = before[at] as (typeof before)[number];
    const key = keyOf(line);
    const ids = free.get(key);
    if (ids) ids.push(line.id);
    else free.set(key, [line.id]);
  }
  return after.map((line) => free.get(keyOf(line))?.pop());
}

/** For lines that came, the id of the row that first had their words, where only what is said of them has changed. */
export function sinceWhen(gone: readonly StoredLine[], came: readonly TaggedLine[]): (number | undefined)[] {
  const before = gone.map((row) => ({ ...row, tags: [], id: row.since ?? row.id }));
  return matchLines(
    before,
    came.map((line) => ({ ...line, tags: [] })),
  );
}

/** The line as it is kept, without what moves whenever something above it is typed. */
export function storedLine(line: TaggedLine): TaggedLine {
  const { offset: _moves, ...kept } = line;
  return kept;
}

const keyOf = ({ kind, text, depth, row, column, checked, tags }: TaggedLine): string =>
  JSON.stringify([kind, text, depth, row, column, checked, tags]);
