import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { plcRubric } from "../../core/index";
import { known, knownRubric, LONG, SHORT, STEERING, startKnown, TEXT } from "./known-tags";
import { ended, plumbline, samples } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const rubric = join(folder, "rubric.json");

/** Writes a file into the folder of these tests and gives its path. */
function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Row {
  readonly line: number;
  readonly text: string;
  readonly file?: string;
  readonly tags: readonly {
    readonly indicator: string;
    readonly stance: string;
    readonly confidence: number;
    readonly evidence: readonly (readonly [number, number])[];
    readonly why: string;
    readonly tier: string;
    readonly reader: string;
  }[];
}

const rowsOf = (out: string): Row[] =>
  out
    .split("\n")
    .filter(Boolean)
    .map((row) => JSON.parse(row));

const codes = new Set(plcRubric.indicators.map(({ code }) => code));
const TAG_FIELDS = ["confidence", "evidence", "indicator", "reader", "stance", "tier", "why"];

/** Checks what design.md promises of every row, whatever the tags are. */
function expectContract(row: Row, by = "compact"): void {
  expect(Object.keys(row).filter((field) => field !== "file")).toEqual(["line", "text", "tags"]);
  expect(Number.isInteger(row.line) && row.line >= 0).toBe(true);
  expect(row.tags.length).toBeGreaterThan(0);
  expect(new Set(row.tags.map(({ indicator }) => indicator)).size).toBe(row.tags.length);
  for (const { indicator, stance, confidence, evidence, why, tier, reader, ...rest } of row.tags) {
    expect(Object.keys(rest)).toEqual([]);
    expect(codes).toContain(indicator);
    expect(["evidenced", "planned", "contrary"]).toContain(stance);
    expect(["found", "suggested"]).toContain(tier);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(why.trim()).not.toBe("");
    expect(reader).toBe(by);
    let before = 0;
    for (const [start, end] of evidence) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThan(start);
      before = end;
    }
    expect(before).toBeLessThanOrEqual(row.text.length);
  }
}

beforeAll(() => {
  writeFileSync(rubric, knownRubric);
});

describe("plumbline tag --jsonl", () => {
  test("prints one object a tagged line, with both tiers, and counts blank lines", async () => {
    const { code, out, err } = await known(["tag", "--jsonl", "--rubric", rubric, fileOf("notes.txt", TEXT)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = rowsOf(out);
    for (const row of rows) expectContract(row);
    expect(
      rows.map(({ line, text, tags, file }) => [line, text, tags.map(({ indicator }) => indicator), file]),
    ).toEqual([
      [3, SHORT, ["SL3"], undefined],
      [6, LONG, ["TP1"], undefined],
      [7, "numbat dance, then a quokka walk", expect.arrayContaining(["CT4", "SL3"]), undefined],
    ]);
    expect(rows.slice(0, 2).map(({ tags }) => tags[0]?.tier)).toEqual(["found", "suggested"]);
    for (const field of rows.flatMap(({ tags }) => tags.map((tag) => Object.keys(tag).sort())))
      expect(field).toEqual(TAG_FIELDS);
  });

  test("tags the same line in every format, and names the file where several are given", async () => {
    const files = [
      fileOf("same.txt", `Notes\n\n- ${SHORT}\n`),
      fileOf("same.md", `# Notes\n\n- ${SHORT}\n`),
      fileOf("same.html", `<h1>Notes</h1><ul><li>${SHORT}</li></ul>`),
      fileOf("same.json", JSON.stringify({ lines: [{ kind: "bullet", text: SHORT }] })),
    ];
    const { code, out } = await known(["tag", "--jsonl", "--rubric", rubric, ...files]);
    expect(code).toBe(0);
    expect(rowsOf(out).map(({ file, text }) => ({ file, text }))).toEqual(files.map((file) => ({ file, text: SHORT })));
  });

  test("keeps its promises on real notes in all formats, with the built-in model", async () => {
    const files = readdirSync(samples).map((name) => join(samples, name));
    const { code, out, err } = await plumbline(["tag", "--jsonl", "--level", "grade", "--model", "dufour", ...files]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = rowsOf(out);
    for (const row of rows) expectContract(row);
    const order = rows.map(({ file = "", line }) => [files.indexOf(file), line] as const);
    expect(order).toEqual([...order].sort(([a, m], [b, n]) => a - b || m - n));
    expect(order.every(([file]) => file >= 0)).toBe(true);
  });

  test("keeps the same promises with the second reader, which says that it read", async () => {
    const file = join(samples, "2025-12-17 agenda Gr 4.md");
    const { code, out, err } = await plumbline(["tag", "--reader", "deep", "--jsonl", file]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expectContract(row, "deep");
  });

  test.each([
    ["text", TEXT, [3, 6, 7]],
    ["Notes JSON", JSON.stringify({ title: "x", lines: [{ text: "a" }, { text: SHORT }] }), [1]],
  ])("reads %s from standard input", async (_kind, input, lines) => {
    const { code, out } = await known(["tag", "--jsonl", "--rubric", rubric, "-"], { input });
    expect(code).toBe(0);
    expect(rowsOf(out).map(({ line, file }) => [line, file])).toEqual(lines.map((line) => [line, undefined]));
  });

  test("prints a document before the next one has come", async () => {
    const first = fileOf("first.txt", TEXT);
    const child = await startKnown(["tag", "--jsonl", "--rubric", rubric, first, "-"]);
    let early = "";
    await new Promise<void>((done, fail) => {
      child.on("close", () => fail(new Error("It ended before it read standard input.")));
      child.stdout.on("data", (chunk) => {
        early += chunk;
        if (early.split("\n").length > 3) done();
      });
    });
    expect(rowsOf(early).map(({ file, line }) => [file, line])).toEqual([3, 6, 7].map((line) => [first, line]));
    const { code, out } = await ended(child, { input: SHORT });
    expect(code).toBe(0);
    expect(rowsOf(out).map(({ file, line }) => [file, line])).toEqual([["-", 0]]);
  });

  test("lets no control character and no change of direction stand bare, and loses none", async () => {
    const text = "quokka walk \u009b2J \u202e back \u007f \u2066";
    const { out } = await known(["tag", "--jsonl", "--rubric", rubric, "-"], { input: text });
    expect(rowsOf(out).map((row) => row.text)).toEqual([text]);
    expect(out).not.toMatch(STEERING);
  });

  test("a reader that stops early is no error", async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `quokka walk ${n}`).join("\n");
    const child = await startKnown(["tag", "--jsonl", "--rubric", rubric, fileOf("many.txt", many)]);
    child.stdout.once("data", () => child.stdout.destroy());
    const { code, err } = await ended(child);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("a closed standard error keeps nothing from being printed", async () => {
    const child = await startKnown(["tag", "--jsonl", "--rubric", rubric, join(folder, "nowhere.md"), "-"]);
    child.stderr.destroy();
    const { code, out } = await ended(child, { input: TEXT });
    expect(code).toBe(3);
    expect(rowsOf(out)).toHaveLength(3);
  });
});
