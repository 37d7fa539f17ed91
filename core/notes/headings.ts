import type { Line } from "./notes";

/** Texts of the headings above a line, outermost first. Lines under the same headings share one array. */
export type HeadingPath = readonly string[];

interface Open {
  readonly depth: number;
  readonly text: string;
}

/** Follows headings down a document. */
export interface HeadingWalk {
  /** Takes the next line and gives the headings above it (a heading's own path leaves itself out). */
  next(line: Line): HeadingPath;
}

/** Starts at the top of a document. */
export function walkHeadings(): HeadingWalk {
  let stack: readonly Open[] = [];
  let path: HeadingPath = [];
  return {
    next: (line) => {
      if (line.kind !== "heading") return path;
      const depth = line.depth ?? 1;
      stack = stack.filter((above) => above.depth < depth);
      const own = stack.map(({ text }) => text);
      stack = [...stack, { depth, text: line.text }];
      path = stack.map(({ text }) => text);
      return own;
    },
  };
}

/** The heading path of every line. */
export function headingPaths(lines: readonly Line[]): HeadingPath[] {
  const walk = walkHeadings();
  return lines.map((line) => walk.next(line));
}
