import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notesOfDocument } from "../../../apps-script/document/notes-of-document";
import { readNotes } from "../../../cli/readers/read-notes";
import type { Line } from "../../../core/notes/notes";
import { docsFromMarkdown } from "../docs-from-markdown";

const root = join(import.meta.dirname, "../../..");
const samples = [
  ...readdirSync(join(root, "cli/samples"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("cli/samples", name)),
  "tests/cli/readers/fixtures/same/notes.md",
];

/** The API says of no box whether it is ticked. */
const withoutTicks = (lines: readonly Line[]) => lines.map(({ checked: _, ...line }) => line);

test.each(samples)("a document with the content of %s gives the lines that the command line reads", async (path) => {
  const bytes = readFileSync(join(root, path));
  const { notes } = await readNotes(bytes, path);
  const [tab, ...others] = notesOfDocument(docsFromMarkdown(bytes.toString("utf8")));
  expect(others).toEqual([]);
  expect(withoutTicks(tab?.notes.lines ?? [])).toEqual(withoutTicks(notes.lines));
  // The name of the file is not in the document.
  expect(tab?.notes.title).toEqual(notes.title);
});
