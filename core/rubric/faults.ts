/** Something in a rubric file that a person should look at. */
export interface Fault {
  /** Where it is, such as `indicators[3].code`; list entries count from 0. Line and column where it is not JSON. */
  readonly place: string;
  /** What is wrong, in one plain sentence. */
  readonly problem: string;
  /** What to do about it, in one plain sentence. */
  readonly remedy: string;
  /** Line and column in the file, from 1. Only where the file is not JSON. */
  readonly line?: number;
  readonly column?: number;
}

/** A way into the file, from the top: names of fields and positions in lists. */
export type Path = readonly PropertyKey[];

/** Takes a fault down. */
export type Report = (path: Path, problem: string, remedy: string) => void;

/** Writes a path as a person reads it: `indicators[3].code`. The top of the file is `the file`. */
export function placeOf(path: Path): string {
  let place = "";
  for (const step of path) {
    if (typeof step === "number") place += `[${step}]`;
    else place += place ? `.${shortened(String(step))}` : shortened(String(step));
  }
  return place || "the file";
}

/** Quotes a word of the file in a message, cut to a length that fits on a screen. */
export function quoted(value: unknown): string {
  return `"${shortened(String(value))}"`;
}

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}

/** Follows a path through a value by own fields only; `undefined` where it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.keys(here).includes(String(step))) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}
