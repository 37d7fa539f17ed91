import type { Notes, NotesType, TaggedNotes } from "../../core/index";
import { readFileOfNotes, type Unread } from "../files";
import { Exit } from "../problem";
import { progressBar } from "../progress";
import { type ChosenReader, chosenReader, type ReaderOptions } from "../reader-choice";
import { chosenRubric, type RubricOptions } from "../rubric-choice";
import { printTagged } from "../tagged-lines";
import { reportUnread } from "../unread";
import { reportWarnings } from "../warnings";

export interface TagOptions extends RubricOptions, ReaderOptions {
  readonly jsonl?: boolean;
  readonly type?: NotesType;
}

/** `plumbline tag`: prints the tagged lines of each file as soon as it is tagged. */
export async function tagCommand(files: readonly string[], options: TagOptions): Promise<number> {
  const rubric = await chosenRubric(options);
  const reader = await chosenReader(rubric, options);
  const unread: Unread[] = [];
  for (const file of files) {
    const read = await readFileOfNotes(file);
    if (!read.ok) {
      unread.push(read);
      continue;
    }
    reportWarnings(file, read.warnings);
    const tagged = await tagWithBar(reader, options.type ? { ...read.notes, type: options.type } : read.notes, file);
    if (options.jsonl) process.stdout.write(jsonLines(tagged, files.length > 1 ? file : undefined));
    else printTagged(tagged, rubric, file);
  }
  reportUnread(unread);
  return unread.length ? Exit.someUnread : Exit.well;
}

/** Lines that a slow reader takes some seconds for. */
const WORTH_A_BAR = 100;

async function tagWithBar(reader: ChosenReader, notes: Notes, file: string): Promise<TaggedNotes> {
  if (!reader.slow) return reader.tag(notes);
  const { length } = notes.lines;
  const bar = progressBar(length, `Reading ${file}`, WORTH_A_BAR);
  const tagged = await reader.tag(notes, () => bar.step(`Reading ${file}`));
  bar.done(`Read ${length} lines of ${file}`);
  return tagged;
}

/** Characters that JSON lets stand but a terminal may obey: controls beyond ASCII, and those that turn the direction. */
const STEERING = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** One JSON object a tagged line. `line` counts all lines of the notes from 0. */
export function jsonLines({ notes, tags }: TaggedNotes, file: string | undefined): string {
  let rows = "";
  notes.lines.forEach(({ text }, line) => {
    const found = tags[line];
    if (found?.length)
      rows += `${JSON.stringify({ line, text, tags: found, ...(file === undefined ? {} : { file }) }).replace(STEERING, escaped)}\n`;
  });
  return rows;
}
