import { stripVTControlCharacters } from "node:util";
import picocolors from "picocolors";

/** Colours for one stream: none in a pipe unless FORCE_COLOR is set, none where NO_COLOR is (https://no-color.org). */
export function colors(stream: NodeJS.WriteStream): ReturnType<typeof picocolors.createColors> {
  const { FORCE_COLOR: forced, NO_COLOR: refused } = process.env;
  return picocolors.createColors(!refused && (forced ? forced !== "0" : Boolean(stream.isTTY)));
}

/** Takes control characters out of text from documents, so that it cannot steer the terminal. */
export function printable(text: string): string {
  let clean = "";
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const control = code < 32 || (code >= 127 && code < 160);
    const direction = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    clean += control || direction ? " " : character;
  }
  return clean;
}

/** Columns that text may fill. */
export const width = (stream: NodeJS.WriteStream): number => Math.min(Math.max(stream.columns || 100, 60), 120);

/** Breaks text at spaces into lines of at most `most` characters, colours not counted; words longer than that stay whole. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  const widthOf = (shown: string) => stripVTControlCharacters(shown).length;
  let line = "";
  for (const word of text.split(" ")) {
    if (line && widthOf(line) + 1 + widthOf(word) > most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}
