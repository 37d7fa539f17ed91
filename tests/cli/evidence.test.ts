import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { known, knownRubric, startKnown } from "./known-tags";
import { ended, type Ran } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const inFolder = { cwd: folder };
const NORM = "We begin on time with a quokka walk";
const FILES: Readonly<Record<string, string>> = {
  "rubric.json": knownRubric,
  "district/ash/grade 4/oct.md": `# PLC 10/8/2025\n\n- ${NORM}\n\n## Data\n\n- Kim: quokka walk\n- a wombat visit\n`,
  "district/ash/grade 4/nov.md": `# PLC 11/5/2025\n\n- ${NORM}\n- nothing\n`,
  "district/ash/grade 4/dec.md": `# PLC 12/3/2025\n\n- ${NORM}\n- numbat dance\n`,
  "district/elm/oct.txt": `PLC 10/8/2025\n\n- ${NORM}\n- a \u2028numbat dance\n`,
  "district/elm/odd.json": JSON.stringify({
    title: "Odd \ud800 one",
    lines: [{ text: "quokka walk \u0000 \udc00 😀" }],
  }),
};

let first: Ran;

beforeAll(async () => {
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  first = await evidence(["district"], "one/evidence.ndjson");
}, 60_000);

const evidence = (paths: readonly string[], out: string, ...more: string[]) =>
  known(["evidence", ...paths, "--rubric", "rubric.json", "--out", out, ...more], inFolder);

type Row = Readonly<Record<string, string | number | null>>;
const rowsOf = (file: string): Row[] =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const bytesOf = (out: string): string[] =>
  readdirSync(join(folder, out))
    .sort()
    .map((name) => `${name} ${readFileSync(join(folder, out, name), "base64")}`);

describe("plumbline evidence", () => {
  test("writes a row a tag, a row a meeting and the rubric", () => {
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: "" });
    expect(first.err).toContain("Wrote one/evidence.ndjson: 6 tags in 5 meetings.");
    expect(readdirSync(join(folder, "one")).sort()).toEqual([
      "evidence-indicators.ndjson",
      "evidence-meetings.ndjson",
      "evidence.ndjson",
    ]);
    const [row] = rowsOf("one/evidence.ndjson").filter(({ quote }) => quote === "Kim: quokka walk");
    expect(row).toEqual({
      team: "ash/grade 4",
      document: "district/ash/grade 4/oct.md",
      meeting_id: "district/ash/grade 4/oct.md#1",
      meeting_date: "2025-10-08",
      meeting_title: "PLC 10/8/2025",
      meeting_type: "minutes",
      line: 4,
      headings: "PLC 10/8/2025 › Data",
      quote: "Kim: quokka walk",
      indicator: "SL3",
      dimension: "SL",
      stance: "evidenced",
      confidence: row?.confidence,
      tier: "found",
      reader: "compact",
      rubric_id: "plc",
      rubric_version: "1.0.0",
    });
    expect(
      rowsOf("one/evidence-meetings.ndjson").map(({ team, meeting_date, lines }) => [team, meeting_date, lines]),
    ).toEqual([
      ["ash/grade 4", "2025-12-03", 1],
      ["ash/grade 4", "2025-11-05", 1],
      ["ash/grade 4", "2025-10-08", 2],
      ["elm", "2025-10-08", 2],
      ["elm", null, 1],
    ]);
    const rubric = rowsOf("one/evidence-indicators.ndjson");
    expect(rubric).toHaveLength(28);
    expect(rubric[0]).toMatchObject({ place: 1, indicator: "TP1", dimension: "TP" });
  });

  test("leaves out what a team prints on every sheet, and keeps it with a team that does not", () => {
    const teams = rowsOf("one/evidence.ndjson")
      .filter(({ quote }) => quote === NORM)
      .map(({ team }) => team);
    expect(teams).toEqual(["elm"]);
  });

  test("writes nothing that a database refuses", () => {
    const odd = rowsOf("one/evidence.ndjson").filter(({ document }) => String(document).endsWith("odd.json"));
    expect(odd).toMatchObject([{ meeting_title: "Odd \ufffd one", quote: "quokka walk \ufffd \ufffd 😀" }]);
    const lines = readFileSync(join(folder, "one/evidence.ndjson"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(6);
  });

  test("gives the same bytes with any number of threads", async () => {
    await evidence(["district"], "alone/evidence.ndjson", "--workers", "1");
    await evidence(["district"], "three/evidence.ndjson", "--workers", "3");
    expect(bytesOf("alone")).toEqual(bytesOf("one"));
    expect(bytesOf("three")).toEqual(bytesOf("one"));
  });

  test("gives the same Parquet each time, in a folder whose name is a pattern too", async () => {
    const run = await evidence(["district"], "odd [a]* 'x'/evidence.parquet");
    expect(run.code).toBe(0);
    await evidence(["district"], "again/evidence.parquet", "--workers", "1");
    expect(bytesOf("again")).toEqual(bytesOf("odd [a]* 'x'"));
    expect(bytesOf("again")).toHaveLength(3);
  });

  test("leaves out quotes, headings and titles where only figures are to be passed on", async () => {
    await evidence(["district"], "bare/evidence.ndjson", "--no-words");
    const rows = rowsOf("bare/evidence.ndjson");
    expect(rows.map(({ quote, headings, meeting_title }) => [quote, headings, meeting_title])).toEqual(
      rows.map(() => [null, null, ""]),
    );
    expect(rowsOf("bare/evidence-meetings.ndjson").map(({ meeting_title }) => meeting_title)).toEqual([
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(rows.map(({ indicator }) => indicator)).toEqual(
      rowsOf("one/evidence.ndjson").map(({ indicator }) => indicator),
    );
  });

  test("lists at the end what it could not read, and does the rest", async () => {
    writeFileSync(join(folder, "broken.docx"), "PK\u0003\u0004 no zip");
    const run = await evidence(["district", "broken.docx", "nowhere"], "some/evidence.ndjson");
    expect(run.code).toBe(3);
    expect(run.err).toMatch(/2 files were not read:\n {2}nowhere\n.*\n {2}broken\.docx\n/);
    expect(rowsOf("some/evidence.ndjson")).toHaveLength(6);
  });

  test("lists a file that takes too much memory, and reads those beside it", async () => {
    mkdirSync(join(folder, "huge"));
    for (const name of ["1.md", "3.md", "5.md"]) writeFileSync(join(folder, "huge", name), "# PLC\n\n- quokka walk\n");
    for (const name of ["2.md", "4.txt"])
      writeFileSync(join(folder, "huge", name), "- the weather and the lunch\n".repeat(200_000));
    const run = await evidence(["huge"], "large/evidence.ndjson", "--memory", "48", "--workers", "1");
    expect(run.code).toBe(3);
    expect(run.err).toMatch(/2 files were not read:\n.*2\.md\n.*too large.*--memory 4096\.\n.*4\.txt\n/);
    expect(rowsOf("large/evidence.ndjson").map(({ document }) => document)).toEqual([
      "huge/1.md",
      "huge/3.md",
      "huge/5.md",
    ]);
  });
});

describe("a run that was stopped", () => {
  /** Enough for several jobs. */
  const many = (name: string) => {
    for (let at = 0; at < 150; at++) {
      const place = join(folder, name, `team ${at % 3}`);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, `${at}.md`), `# PLC\n\n- ${NORM}\n- quokka walk ${at}\n`);
    }
  };

  test("goes on with what is left, and gives the bytes of a run left alone", async () => {
    many("halfway");
    // The tables cannot go where a folder lies in the way, so that all parts are there and stay.
    mkdirSync(join(folder, "stopped/evidence.ndjson/in the way"), { recursive: true });
    const stopped = await evidence(["halfway"], "stopped/evidence.ndjson");
    expect(stopped.code).toBe(2);
    expect(stopped.err).toContain("it goes on where it stopped");
    const parts = join(folder, "stopped/.evidence.ndjson.parts");
    const [gone, cut, ...whole] = readdirSync(parts).filter((name) => name.endsWith(".part"));
    expect(whole).toHaveLength(1);
    rmSync(join(parts, gone as string));
    truncateSync(join(parts, cut as string), 100);
    rmSync(join(folder, "stopped/evidence.ndjson"), { recursive: true });

    const again = await evidence(["halfway"], "stopped/evidence.ndjson");
    expect(again.err).toContain("Going on where an earlier run stopped: 50 of 150 files done.");
    expect(existsSync(parts)).toBe(false);
    await evidence(["halfway"], "alone2/evidence.ndjson");
    expect(bytesOf("stopped")).toEqual(bytesOf("alone2"));
  });

  test.skipIf(process.platform === "win32")("by a kill in the midst of its work loses nothing", async () => {
    many("killed");
    const pipe = join(folder, "killed/zz.md");
    // Nobody writes to it, so that whoever reads it waits.
    execFileSync("mkfifo", [pipe]);
    const args = ["evidence", "killed", pipe, "--rubric", "rubric.json", "--team", "T", "--workers", "1"];
    const child = await startKnown([...args, "--out", "kill/evidence.ndjson"], inFolder);
    const end = ended(child);
    const parts = join(folder, "kill/.evidence.ndjson.parts");
    await vi.waitFor(() => expect(readdirSync(parts).filter((name) => name.endsWith(".part"))).toHaveLength(2), {
      timeout: 20_000,
    });
    child.kill("SIGKILL");
    expect((await end).code).toBeNull();
    expect(existsSync(join(folder, "kill/evidence.ndjson"))).toBe(false);
    rmSync(pipe);
    writeFileSync(pipe, "# PLC\n\n- quokka walk at last\n");
    const again = await known([...args, "--out", "kill/evidence.ndjson"], inFolder);
    expect(again.err).toContain("Going on where an earlier run stopped: 128 of 151 files done.");
    await known([...args, "--out", "unkilled/evidence.ndjson"], inFolder);
    expect(bytesOf("kill")).toEqual(bytesOf("unkilled"));
  });

  test("does not go on with parts of another rubric", async () => {
    many("rubrics");
    mkdirSync(join(folder, "other/evidence.ndjson/in the way"), { recursive: true });
    await evidence(["rubrics"], "other/evidence.ndjson");
    rmSync(join(folder, "other/evidence.ndjson"), { recursive: true });
    writeFileSync(join(folder, "newer.json"), knownRubric.replace('"version":"1.0.0"', '"version":"1.0.1"'));
    const run = await known(
      ["evidence", "rubrics", "--rubric", "newer.json", "--out", "other/evidence.ndjson"],
      inFolder,
    );
    expect(run.err).not.toContain("Going on");
    expect(new Set(rowsOf("other/evidence.ndjson").map(({ rubric_version }) => rubric_version))).toEqual(
      new Set(["1.0.1"]),
    );
  });
});

test.each([
  ["an ending it cannot write", ["district"], ["--out", "a.csv"], /a\.csv .*\n.*\.ndjson or \.parquet/],
  ["standard input", ["-"], ["--out", "a.ndjson"], /standard input.*\nName files or folders/],
  ["to write over what it reads", ["district", "x-meetings.ndjson"], ["--out", "x.ndjson"], /write over/],
  ["an empty folder", ["empty"], ["--out", "a.ndjson"], /No notes were found there/],
  ["half a thread", ["district"], ["--out", "a.ndjson", "--workers", "0.5"], /whole number from 1/],
])("plumbline evidence refuses %s, with exit code 2 and a remedy", async (_what, paths, more, message) => {
  mkdirSync(join(folder, "empty"), { recursive: true });
  const run = await known(["evidence", ...paths, ...more], inFolder);
  expect(run.code).toBe(2);
  expect(run.err).toMatch(message);
  expect(existsSync(join(folder, "a.ndjson"))).toBe(false);
});
