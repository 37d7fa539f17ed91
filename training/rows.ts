/** Writes the lines of labelled meetings, as the tagger would read them, for the training of the second reader: one JSON object a line. */
import { writeFileSync } from "node:fs";
import { headingPaths } from "../core/notes/headings";
import { notesType } from "../core/notes/notes-type";
import { templateLines } from "../core/notes/template";
import { listGold, notesOf } from "./gold";

const [folder = "tests/corpus/train", out = "dist/rows.jsonl"] = process.argv.slice(2);
const rows = listGold(folder).flatMap((meeting) => {
  const notes = notesOf(meeting);
  const set = meeting.facts.set ?? "meeting";
  const natural = set !== "contrast";
  const type = notesType(notes);
  const paths = headingPaths(notes.lines);
  const template = templateLines(notes.lines);
  return meeting.lines.flatMap(({ kind, text, labels }, at) => {
    if (kind === "heading") return [];
    const previous = natural ? notes.lines[at - 1] : undefined;
    return [
      {
        file: meeting.name.slice(meeting.name.lastIndexOf("/") + 1, -".gold.tsv".length),
        row: at,
        set,
        text,
        kind,
        type: natural ? type : "",
        heading: natural ? (paths[at]?.at(-1) ?? "") : "",
        previous: previous && previous.kind !== "heading" ? previous.text : "",
        template: template[at],
        labels: Object.fromEntries(labels),
      },
    ];
  });
});
writeFileSync(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
console.log(`${rows.length} lines in ${out}`);
