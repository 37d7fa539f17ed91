import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { plcRubric } from "../../core/index";
import { ended, known, knownRubric, plumbline, samples, startKnown } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const rubric = join(folder, "rubric.json");
const SHORT = "Kim and Lou: quokka walk, 12 of 22";
const LONG = `We had a wombat visit ${"and then we spoke of the weather and of lunch ".repeat(3)}`.trim();
const TEXT = `Grade 4, 3 October 2025\n\n\n${SHORT}\nnothing here\n\n${LONG}\nnumbat dance, then a quokka walk\n`;

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
function expectContract(row: Row): void {
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
    expect(reader).toBe("compact");
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
    rows.forEach(expectContract);
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
    rows.forEach(expectContract);
    const order = rows.map(({ file = "", line }) => [files.indexOf(file), line] as const);
    expect(order).toEqual([...order].sort(([a, m], [b, n]) => a - b || m - n));
    expect(order.every(([file]) => file >= 0)).toBe(true);
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
        if (early.endsWith("\n")) done();
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
});

/** What can steer a terminal; line feeds are the program's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the test looks for.
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const ESCAPE_CODE = /\u001b\[\d/;

describe("plumbline tag, for people", () => {
  test.each([
    ["has no escape codes in a pipe", {}, false],
    ["has escape codes with FORCE_COLOR", { FORCE_COLOR: "1" }, true],
    ["has none with FORCE_COLOR=0", { FORCE_COLOR: "0" }, false],
    ["has none with NO_COLOR, even if FORCE_COLOR is set", { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ])("%s", async (_title, env: Record<string, string>, coloured) => {
    const { code, out, err } = await known(["tag", "--rubric", rubric, join(folder, "nowhere.md"), "-"], {
      env,
      input: TEXT,
    });
    expect(code).toBe(3);
    expect([ESCAPE_CODE.test(out), ESCAPE_CODE.test(err)]).toEqual([coloured, coloured]);
    const plain = stripVTControlCharacters(out);
    expect(plain).toContain(` 4  ${SHORT}\n`);
    expect(plain).toMatch(/SL3.+evidenced, \d+ %/);
    expect(plain).toMatch(/TP1.+worth a look/);
    expect(plain).toContain("3 tags found, 1 worth a look; 2 of 28 practices show.");
  });

  test("nothing in notes, names or rubrics reaches the terminal as a control", async () => {
    const evil = "\u001b[2J\u001b]0;owned\u0007 \u202ereversed\u2066 \u009b31m \u0000\b\r";
    const notes = {
      title: `Title ${evil}`,
      date: `2025 ${evil}`,
      level: evil,
      [`field ${evil}`]: 1,
      lines: [
        { kind: "heading", text: `Heading ${evil}` },
        { kind: `kind ${evil}`, text: `quokka walk ${evil}` },
      ],
    };
    const name = process.platform === "win32" ? "evil.json" : "evil \u001b[31m \u202e.json";
    const broken = process.platform === "win32" ? "broken.json" : "broken \u001b[31m \u202e.json";
    const title = `Title ${evil}`.slice(0, 60);
    const hostileRubric = fileOf(
      "hostile.json",
      JSON.stringify({
        ...JSON.parse(knownRubric),
        indicators: JSON.parse(knownRubric).indicators.map((one: object) => ({ ...one, title })),
      }),
    );
    const files = [fileOf(name, JSON.stringify(notes)), fileOf(broken, `{"lines": ${evil.replaceAll("\0", "")}`)];
    const { code, out, err } = await known(["tag", "--rubric", hostileRubric, ...files]);
    expect(code).toBe(3);
    expect(out).toContain("quokka walk");
    expect(err).toContain("is not a field of notes");
    expect(err).toContain("not JSON");
    expect(out).not.toMatch(STEERING);
    expect(err).not.toMatch(STEERING);
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

  test("files that cannot be read are listed with a remedy, and the others are printed", async () => {
    mkdirSync(join(folder, "a folder"), { recursive: true });
    const unread = [
      [join(folder, "nowhere.md"), "no such file", "Check the path"],
      [join(folder, "a folder"), "a folder", "plumbline coverage"],
      [fileOf("empty.txt", ""), "empty", "right file"],
      [fileOf("torn.docx", "PK\u0003\u0004 torn"), "", ""],
      [fileOf("old.doc", "plain words"), "not a Word document", "save it as .docx"],
      [fileOf("list.json", "[1, 2]"), "not an object with lines", "Notes JSON looks like"],
    ] as const;
    const good = fileOf("good.txt", TEXT);
    const { code, out, err } = await plumbline(["tag", ...unread.map(([file]) => file), good]);
    expect(code).toBe(3);
    expect(out).toContain(`2025-10-03 · minutes · ${good}`);
    expect(err).toContain("6 files were not read");
    for (const [file, problem, remedy] of unread) {
      const said = err.slice(err.indexOf(file) + file.length).split("\n")[1] ?? "";
      expect(said, basename(file)).toContain(problem);
      expect(said, basename(file)).toContain(remedy);
      expect(said.trim().split(". ").length, basename(file)).toBeGreaterThan(1);
    }
  });

  test("takes the word of --type over what the lines say", async () => {
    const { out } = await plumbline(["tag", "--type", "agenda", "-"], { input: "we met and agreed" });
    expect(out).toContain("\nagenda\n");
  });
});
