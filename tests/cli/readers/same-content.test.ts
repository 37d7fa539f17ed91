import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNotes } from "../../../cli/readers/read-notes";

const read = (extension: string) =>
  readNotes(readFileSync(join(import.meta.dirname, "fixtures/same", `notes.${extension}`)), `notes.${extension}`);

test.each(["html", "docx"])("the same content gives the same notes in Markdown and in .%s", async (extension) => {
  expect(await read(extension)).toEqual(await read("md"));
});

test("the shared content holds every kind of line that the three formats have", async () => {
  const { lines } = (await read("md")).notes;
  expect([...new Set(lines.map(({ kind }) => kind))].sort()).toEqual(["bullet", "cell", "heading", "para"]);
  expect(lines.filter(({ checked }) => checked !== undefined).map(({ checked }) => checked)).toEqual([true, false]);
});
