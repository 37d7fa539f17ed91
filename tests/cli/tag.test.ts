import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { known, knownRubric, SHORT, STEERING, TEXT } from "./known-tags";
import { plumbline } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const rubric = join(folder, "rubric.json");

/** Writes a file into the folder of these tests and gives its path. */
function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(() => {
  writeFileSync(rubric, knownRubric);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape code starts with one.
const ESCAPE_CODE = /\u001b\[\d/;

describe("plumbline tag, for people", () => {
  test.each([
    ["has no escape codes in a pipe", {}, false],
    ["has escape codes with FORCE_COLOR", { FORCE_COLOR: "1" }, true],
    ["has none with NO_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
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
