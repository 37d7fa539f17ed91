import type { AdaptedRubric, Tag, TaggedNotes } from "../core/index";
import { hues, type Paint } from "./hues";
import { count, stances } from "./outputs/wording";
import { colors, printable, width, wrapped } from "./terminal";

/** Prints the lines of one document that carry tags, with their evidence underlined and why, and what they add up to. */
export function printTagged({ notes, type, tags, headings }: TaggedNotes, rubric: AdaptedRubric, file: string): void {
  const out = process.stdout;
  const color = colors(out);
  const hue = hues(rubric, color);
  const title = new Map(rubric.indicators.map(({ code, title }) => [code, printable(title)]));
  const facts = [notes.date, type, file === "-" ? undefined : file].filter(Boolean).join(" · ");
  out.write(`\n${color.bold(printable(notes.title ?? file))}\n${color.dim(printable(facts))}\n`);
  let under = "";
  notes.lines.forEach((line, at) => {
    const found = tags[at] ?? [];
    if (found.length === 0) return;
    const heading = headings[at]?.[headings[at].length - 1] ?? "";
    if (heading !== under) out.write(`\n${color.dim(printable(heading))}\n`);
    under = heading;
    const shown = wrapped(underlined(line.text, found, color.underline), width(out) - 6).join("\n      ");
    out.write(`${color.dim(String(at + 1).padStart(4))}  ${shown}\n`);
    for (const { indicator, stance, tier, confidence, why } of found) {
      const { mark, name } = stances[stance];
      const code = (hue.get(indicator) ?? String)(`${mark} ${indicator}`);
      const sure = `${name.toLowerCase()}, ${Math.round(confidence * 100)} %`;
      const note = tier === "found" ? sure : `${sure}: worth a look`;
      out.write(`      ${code}  ${title.get(indicator) ?? ""} ${color.dim(`(${note})`)}\n`);
      for (const part of wrapped(printable(why), width(out) - 8)) out.write(`        ${color.dim(part)}\n`);
    }
  });
  const all = tags.flat();
  const sure = all.filter(({ tier }) => tier === "found");
  const codes = new Set(sure.map(({ indicator }) => indicator));
  const show = `${codes.size} of ${rubric.indicators.length} practices ${codes.size === 1 ? "shows" : "show"}`;
  const by = all.some(({ reader }) => reader === "deep") ? " Read by the second reader." : "";
  const summary =
    all.length === 0
      ? "No practice of the rubric shows in these notes yet."
      : `${count(sure.length, "tag")} found, ${all.length - sure.length} worth a look; ${show}.${by}`;
  out.write(
    `\n${color.bold(summary)}\n${color.dim("● evidenced  ○ planned  △ found missing. Suggestions of a program, for people to judge.")}\n`,
  );
}

/** The text with the evidence of all its tags underlined. */
function underlined(text: string, found: readonly Tag[], paint: Paint): string {
  const marked = new Uint8Array(text.length);
  for (const { evidence } of found) for (const [start, end] of evidence) marked.fill(1, start, end);
  let shown = "";
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && marked[end] === marked[at]) end++;
    const part = printable(text.slice(at, end));
    shown += marked[at] ? paint(part) : part;
    at = end;
  }
  return shown;
}
