import type { HeadingPath } from "../notes/headings";
import type { PhraseTrie } from "./phrase-trie";
import type { createScanner } from "./words";

/** Longest stretch of a line that is read, in UTF-16 units; what follows is not tagged. */
export const READ = 20_000;

/** Classes of the nearest heading, remembered for as long as its path is in use. */
export function headingClasses(
  phrases: PhraseTrie,
  scan: ReturnType<typeof createScanner>,
): (path: HeadingPath) => readonly number[] {
  const remembered = new WeakMap<HeadingPath, readonly number[]>();
  // Most lines stand under the same headings as the line before.
  let last: { path: HeadingPath; classes: readonly number[] } | undefined;
  return (path) => {
    if (last?.path === path) return last.classes;
    const classes = classesUnder(path);
    last = { path, classes };
    return classes;
  };

  function classesUnder(path: HeadingPath): readonly number[] {
    const heading = path[path.length - 1];
    if (heading === undefined) return [];
    const known = remembered.get(path);
    if (known) return known;
    const text = heading.slice(0, READ);
    const hits = phrases.find(scan(text), text);
    const classes: number[] = [];
    for (let n = 0; n < hits.count; n++) {
      const own = hits.class[n] as number;
      if (!classes.includes(own)) classes.push(own);
    }
    remembered.set(path, classes);
    return classes;
  }
}
