import type { AdaptedRubric, Tag, TaggedNotes } from "../core/index";
import { hues, type Paint } from "./hues";
import { stances } from "./outputs/wording";
import { colors, printable, width, wrapped } from "./terminal";

/** Prints the lines of one document that carry tags, with their evidence underlined, and what they add up to. */
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
    for (const { indicator, stance, tier, confidence } of found) {
      const { mark, name } = stances[stance];
      const code = (hue.get(indicator) ?? String)(`${mark} ${indicator}`);
      const sure = `${name.toLowerCase()}, ${Math.round(confidence * 100)} %`;
      const note = tier === "found" ? sure : `${sure}: worth a look`;
      out.write(`      ${code}  ${title.get(indicator) ?? ""} ${color.dim(`(${note})`)}\n`);
    }
  });
  const all = tags.flat();
  const sure = all.filter(({ tier }) => tier === "found").length;
  const codes = new Set(all.filter(({ tier }) => tier === "found").map(({ indicator }) => indicator));
  const summary =
    all.length === 0
      ? "No practice of the rubric shows in these notes yet."
      : `${sure} tags found, ${all.length - sure} worth a look; ${codes.size} of ${rubric.indicators.length} practices show.`;
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
