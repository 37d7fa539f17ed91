import type { Level } from "../rubric/schema";
import library from "./library.json" with { type: "json" };
import { plain } from "./words";

/** A ready-made item: short, in plain words, of our own writing. */
export interface LibraryItem {
  readonly text: string;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** Levels of team that it suits; absent: any. */
  readonly levels?: readonly Level[];
}

/** Ready-made items by indicator; the most useful first. `library.json` can be edited by anyone. */
export const suggestionLibrary = library as Readonly<Record<string, readonly LibraryItem[]>>;

/** The ready-made items of an indicator that suit a level of team; all of them where the level is not known. */
export const itemsFor = (code: string, level: Level | undefined): readonly LibraryItem[] =>
  (suggestionLibrary[code] ?? []).filter(({ levels }) => level === undefined || !levels || levels.includes(level));

const OPENING_WORDS = 3;
const opening = (text: string): string => text.split(" ", OPENING_WORDS).join(" ");
const known = new Map<string, { readonly words: string; readonly code: string }[]>();
for (const [code, items] of Object.entries(suggestionLibrary)) {
  for (const { text } of items) {
    const words = plain(text);
    const list = known.get(opening(words)) ?? [];
    list.push({ words, code });
    known.set(opening(words), list);
  }
}

/** The indicator of a ready-made item that stands in a text word for word, or undefined. */
export function takenFrom(text: string): string | undefined {
  const words = plain(text).split(" ");
  for (let at = 0; at + OPENING_WORDS <= words.length; at++) {
    const found = known.get(words.slice(at, at + OPENING_WORDS).join(" "));
    if (!found) continue;
    const rest = words.slice(at).join(" ");
    const item = found.find((each) => rest === each.words || rest.startsWith(`${each.words} `));
    if (item) return item.code;
  }
  return undefined;
}
