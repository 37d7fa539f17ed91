import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../cli/readers/docx";
import { readHtml } from "../../../cli/readers/html";
import { readJson } from "../../../cli/readers/json";
import { readMarkdown } from "../../../cli/readers/markdown";
import { readNotes } from "../../../cli/readers/read-notes";
import type { Reader } from "../../../cli/readers/reader";
import { readText } from "../../../cli/readers/text";
import { UnreadableNotes } from "../../../cli/readers/unreadable-notes";
import { openZip } from "../../../cli/readers/zip";
import { zipOf } from "./fixtures/zip-of";

const READERS: Readonly<Record<string, Reader>> = {
  docx: readDocx,
  html: readHtml,
  json: readJson,
  md: readMarkdown,
  txt: readText,
  any: async (bytes) => (await readNotes(bytes, "")).notes,
};

const goldens = join(import.meta.dirname, "golden");
const inputs = readdirSync(goldens).flatMap((name) =>
  readdirSync(join(goldens, name))
    .filter((file) => file.startsWith("input."))
    .map((file) => ({ name, extension: file.slice("input.".length), bytes: readFileSync(join(goldens, name, file)) })),
);
const documents = inputs.filter(({ extension }) => extension === "docx");

/** Reads, and fails on whatever a reader must not do. */
async function survives(reader: Reader, bytes: Uint8Array): Promise<void> {
  try {
    const { lines } = await reader(bytes);
    for (const { text } of lines) expect(text).toBeTypeOf("string");
  } catch (error) {
    if (!(error instanceof UnreadableNotes)) throw error;
  }
}

/** Pieces that mean something in one format or another. */
const SYNTAX = [
  "<td>",
  "<table>",
  "</table>",
  "<ul>",
  "<li>",
  "<h1>",
  "<br>",
  "<b>",
  "<p>",
  "</p>",
  "&nbsp;",
  "<style>",
  "<pre>",
  "\n",
  "\n\n",
  "# ",
  "- ",
  "  ",
  "> ",
  "|",
  "|-|\n",
  "**",
  "_",
  "`",
  "---\n",
  "[ ] ",
  "[a](",
  "{",
  "}",
  '"',
  "1. ",
  "9/3/25",
];

/** Places, as parts of the length, with what happens there. */
const harm = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom(
          "<table>",
          "</p>",
          "<b>",
          "<w:p>",
          "</w:r>",
          "<li>",
          "&#0;",
          "]]>",
          "<!--",
          "\0",
          "- ",
          "|",
          "```",
          '"',
        )
        .map((piece) => Buffer.from(piece)),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function harmed(bytes: Uint8Array, blows: { at: number; length: number; put: Uint8Array }[]): Uint8Array {
  return blows.reduce<Uint8Array>((whole, { at, length, put }) => {
    const start = Math.floor(at * whole.length);
    return Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + length)]);
  }, bytes);
}

describe("a reader throws nothing but UnreadableNotes and always ends", { timeout: 60_000 }, () => {
  test.each(Object.entries(READERS))("on any bytes: %s", async (_, reader) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000, size: "max" }), (bytes) => survives(reader, bytes)),
      { numRuns: 300 },
    );
  });

  test.each(Object.entries(READERS))("on any text: %s", async (_, reader) => {
    const text = fc.array(fc.oneof(fc.string(), fc.constantFrom(...SYNTAX)), { maxLength: 150, size: "max" });
    await fc.assert(
      fc.asyncProperty(text, (parts) => survives(reader, Buffer.from(parts.join("")))),
      { numRuns: 300 },
    );
  });

  test.each(inputs)("on a damaged file: $name", async ({ extension, bytes }) => {
    const own = READERS[extension] ?? readHtml;
    await fc.assert(
      fc.asyncProperty(harm, async (blows) => {
        const damaged = harmed(bytes, blows);
        await survives(own, damaged);
        await survives((all) => readNotes(all, `input.${extension}`).then(({ notes }) => notes), damaged);
      }),
      { numRuns: 25 },
    );
  });

  test.each(documents)("on a document whose text is damaged within a whole zip: $name", async ({ bytes }) => {
    const zip = openZip(bytes);
    const parts = Object.fromEntries(zip.names.map((name) => [name, zip.read(name)]));
    const xml = zip.names.filter((name) => /\.(?:xml|rels)$/.test(name));
    await fc.assert(
      fc.asyncProperty(harm, fc.constantFrom("word/document.xml", ...xml), async (blows, part) => {
        await survives(readDocx, zipOf({ ...parts, [part]: harmed(parts[part] ?? new Uint8Array(), blows) }));
      }),
      { numRuns: 25 },
    );
  });
});
