import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Coverage } from "../../core/index";
import { known, knownRubric } from "./known-tags";
import { readWorkbook } from "./outputs/read-workbook";
import { plumbline } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const written = join(folder, "written");
const rubric = join(folder, "rubric.json");
const TEAM = "Grade 4 <b>& friends";

/** Files of notes and what stands beside them; only the first three are read. */
const FILES: Readonly<Record<string, string>> = {
  "notes/oct.md": "# PLC 10/8/2025\n\n- Kim: quokka walk\n- wombat visit\n\n## Next steps\n\n- Ana: slips by 10/15\n",
  "notes/deep/er/sept.txt": "PLC 9/3/2025\n\n- quokka walk and a numbat dance\n",
  "notes/undated.json": JSON.stringify({ title: "Undated", mood: "sunny", lines: [{ text: "wombat visit" }] }),
  "notes/.hidden/a.md": "quokka walk",
  "notes/.draft.md": "quokka walk",
  "notes/~$oct.docx": "lock",
  "notes/photo.png": "picture",
  "notes/old.xlsx": "table",
};

beforeAll(() => {
  for (const [name, content] of Object.entries({ ...FILES, "rubric.json": knownRubric })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
});

const inFolder = { cwd: folder };
const jsonOf = (file: string): Coverage => JSON.parse(readFileSync(file, "utf8"));

describe("plumbline coverage", () => {
  test("counts what the second reader finds, where it is asked for", async () => {
    const out = join(written, "deep.json");
    const notes = join(folder, "deep.md");
    writeFileSync(notes, "# PLC 10/8/2025\n\n- Scored the exit slips together, 12 of 22 met it, reteach Thursday\n");
    const run = await plumbline(["coverage", "--reader", "deep", notes, "--out", out]);
    expect(run.code).toBe(0);
    const { tags = [] } = jsonOf(out).meetings[0] ?? {};
    expect(tags.length).toBeGreaterThan(0);
    expect(new Set(tags.map(({ reader }) => reader))).toEqual(new Set(["deep"]));
  });

  test("walks folders, makes the folder of --out, and counts what tag finds", async () => {
    const out = join(written, "new/coverage.json");
    const run = await known(["coverage", "notes", "--rubric", rubric, "--team", TEAM, "--out", out], inFolder);
    expect({ code: run.code, out: run.out }).toEqual({ code: 0, out: "" });
    expect(run.err).toContain(`Wrote ${out}: 3 meetings.`);
    expect(run.err).toContain('"mood" is not a field of notes');
    const { version, team, meetings, totals } = jsonOf(out);
    expect({ version, team }).toEqual({ version: 1, team: TEAM });
    expect(
      meetings.map(({ date, source, tags }) => [
        date,
        source.replaceAll("\\", "/"),
        tags.map(({ indicator, line }) => `${line} ${indicator}`).sort(),
      ]),
    ).toEqual([
      ["2025-09-03", "notes/deep/er/sept.txt", ["2 CT4", "2 SL3"]],
      ["2025-10-08", "notes/oct.md", ["1 SL3", "2 TP1"]],
      [undefined, "notes/undated.json", ["0 TP1"]],
    ]);
    expect(meetings[1]?.commitments).toEqual([{ who: "Ana", what: "Ana: slips by 10/15", due: "2025-10-15", line: 4 }]);
    expect(Object.keys(totals.indicators)).toHaveLength(28);
    expect(Object.keys(totals.dimensions).sort()).toEqual(["CT", "RD", "SB", "SL", "TP"]);
    expect(totals.indicators.SL3).toMatchObject({
      evidenced: 2,
      meetings: 2,
      firstSeen: "2025-09-03",
      lastSeen: "2025-10-08",
      state: "seen",
    });
    expect(totals.indicators.SB1).toMatchObject({ evidenced: 0, meetings: 0, state: "not yet seen" });
  });

  test("gives the same whatever the order of the paths", async () => {
    const paths = ["notes/oct.md", "notes/undated.json", "notes/deep"];
    const [one, two] = [join(written, "one.json"), join(written, "two.json")];
    await Promise.all([
      plumbline(["coverage", ...paths, "--out", one], inFolder),
      plumbline(["coverage", ...paths.reverse(), "--out", two], inFolder),
    ]);
    expect(readFileSync(two, "utf8")).toBe(readFileSync(one, "utf8"));
  });

  test.each([
    [
      ".xlsx",
      (bytes: Buffer) => {
        const { sheets } = readWorkbook(bytes);
        expect(sheets.size).toBeGreaterThan(2);
        expect([...sheets.values()].flatMap(({ cells }) => [...cells.values()])).toContain("wombat visit");
      },
    ],
    [
      ".csv",
      (bytes: Buffer) => {
        const [header, ...rows] = bytes.toString("utf8").trimEnd().split("\r\n");
        expect(header).toMatch(/^\uFEFFdocument,date,meeting,line,text/);
        expect(rows).toHaveLength(5);
      },
    ],
    [
      ".HTML",
      (bytes: Buffer) => {
        const page = bytes.toString("utf8");
        expect(page).toMatch(/^<!doctype html>/i);
        expect(page).toMatch(/Grade 4 &(?:#60|lt);b/);
        expect(page).toContain("numbat dance");
      },
    ],
  ])("writes %s", async (ending, check) => {
    const out = join(written, `formats/coverage${ending}`);
    const { code } = await known(["coverage", "notes", "--rubric", rubric, "--team", TEAM, "--out", out], inFolder);
    expect(code).toBe(0);
    check(readFileSync(out));
    expect(readdirSync(dirname(out)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("leaves its own report of an earlier run out of the folder that holds it", async () => {
    const own = scratch();
    writeFileSync(join(own, "oct.md"), FILES["notes/oct.md"] as string);
    writeFileSync(join(own, "report.html"), "<p>the report of an earlier run</p>");
    const { code, err } = await plumbline(["coverage", ".", "--out", "report.html"], { cwd: own });
    expect({ code, err }).toEqual({ code: 0, err: "Wrote report.html: 1 meeting.\n" });
  });

  test("files that cannot be read stop nothing: they are listed at the end, exit code 3", async () => {
    const mixed = scratch();
    writeFileSync(join(mixed, "a torn.docx"), "PK\u0003\u0004 torn");
    writeFileSync(join(mixed, "b empty.txt"), "");
    writeFileSync(join(mixed, "c good.txt"), "PLC 10/8/2025\n- slips sorted");
    const { code, err } = await plumbline(["coverage", mixed, "nowhere", "--out", "c.json"], { cwd: mixed });
    expect(code).toBe(3);
    expect(jsonOf(join(mixed, "c.json")).meetings.map(({ date }) => date)).toEqual(["2025-10-08"]);
    const [wrote, list = ""] = err.split("\n3 files were not read:\n");
    expect(wrote).toContain("Wrote c.json: 1 meeting.");
    for (const [file, reason] of [
      ["a torn.docx", "."],
      ["b empty.txt", "This file is empty. Check that it is the right file"],
      ["nowhere", "no such file or folder. Check the path"],
    ] as const) {
      const [, said = ""] = list.slice(list.indexOf(file)).split("\n");
      expect(said, file).toContain(reason);
    }
  });

  test("where nothing can be read, nothing is written, exit code 3", async () => {
    const { code, err } = await plumbline(["coverage", "nowhere", "--out", "written/nothing.csv"], inFolder);
    expect(code).toBe(3);
    expect(err).toContain("One file was not read");
    expect(existsSync(join(written, "nothing.csv"))).toBe(false);
  });

  test("leaves out the reports of earlier runs that lie among the notes, and refuses one that is named", async () => {
    const among = join(folder, "among");
    mkdirSync(among);
    writeFileSync(join(among, "oct.md"), FILES["notes/oct.md"] as string);
    for (const name of ["term.html", "term.json"])
      expect((await plumbline(["coverage", "oct.md", "--out", name], { cwd: among })).code).toBe(0);
    const again = await plumbline(["coverage", ".", "--out", "new.json"], { cwd: among });
    expect(again.code).toBe(0);
    expect(again.err).toContain("Wrote new.json: 1 meeting.");
    expect(again.err.match(/earlier report, and was left out/g)).toHaveLength(2);
    const named = await plumbline(["coverage", "oct.md", "term.html", "--out", "new.json"], { cwd: among });
    expect(named.code).toBe(3);
    expect(named.err).toContain("This is a coverage report of Plumbline, not notes.");
  });
});
