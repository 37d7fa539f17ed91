import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { beforeAll, describe, expect, test } from "vitest";
import { plumbline, samples } from "./plumbline";
import { scratch } from "./scratch";

const folder = scratch();
const inFolder = { cwd: folder };

const AGENDA = `---
level: grade
model: dufour
date: 2025-10-22
---
# Grade 4 PLC agenda

2:45–3:35, room 22

- Norms (5 min)
- Exit slips: sort into three piles (20 min) – Ana
- Bus duty roster (5 min)
`;

beforeAll(() => {
  mkdirSync(join(folder, "notes"));
  writeFileSync(join(folder, "agenda.md"), AGENDA);
  writeFileSync(join(folder, "notes/agenda.md"), AGENDA);
  writeFileSync(
    join(folder, "hostile.txt"),
    'Agenda \u202e</title> Oct 22, 2025\n\n- Norms (5 min)\n- <img src=x onerror=alert(1)> \u001b[31m "quoted" (20 min)\n',
  );
  writeFileSync(join(folder, "empty.txt"), "Grade 4 PLC agenda Oct 22, 2025\n");
  writeFileSync(
    join(folder, "notes/oct.md"),
    "# PLC 10/8/2025\n\n- sorted the exit slips into three piles, 12 of 22 got it\n\n## Next steps\n\n- Ben: pacing map by 10/22\n",
  );
  mkdirSync(join(folder, "logs"));
  writeFileSync(
    join(folder, "logs/log.md"),
    [
      "# Oct 15, 2025\n\n- Reading groups (20 min)\n",
      "# Oct 8, 2025\n\n- sorted the exit slips\n\n## Next steps\n\n- Priya: pacing map\n",
      "# Oct 1, 2025\n\n- read our norms\n",
      "# Sept 24, 2025\n\n- read our norms\n",
    ].join("\n"),
  );
  const coverage = (more: object) =>
    JSON.stringify({ version: 1, rubric: { id: "plc", version: "1.0.0" }, meetings: [], ...more });
  const meetings = [
    {
      date: "2025-10-08",
      title: "PLC",
      tags: [],
      commitments: [{ who: "Ben", what: "Ben: pacing map", due: "2025-10-22", line: 4 }],
    },
  ];
  writeFileSync(join(folder, "coverage.json"), coverage({ team: "Grade 4", meetings }));
  writeFileSync(
    join(folder, "other.json"),
    coverage({ team: "Grade 7 science", rubric: { id: "plc", version: "0.9.0" }, meetings }),
  );
  writeFileSync(join(folder, "none.json"), coverage({}));
  writeFileSync(join(folder, "broken.json"), coverage({ meetings: [{ commitments: [{ what: "x" }] }] }));
});

interface Printed {
  items: { line: number; minutes: number | null; indicators: string[]; kind: string }[];
  minutes: { total: number; byDimension: Record<string, number>; logistics: number };
  findings: { type: string; indicators: string[]; lines: number[]; message: string; suggestion: string | null }[];
}

const checked = async (...args: string[]): Promise<{ printed: Printed; err: string; code: number | null }> => {
  const { out, err, code } = await plumbline(["agenda", ...args, "--json"], inFolder);
  return { printed: JSON.parse(out), err, code };
};

describe("plumbline agenda", () => {
  test("prints the items, where the minutes go, and what is worth a thought as JSON", async () => {
    const { printed, code } = await checked("agenda.md");
    expect(code).toBe(0);
    expect(Object.keys(printed)).toEqual(["items", "minutes", "findings"]);
    expect(printed.items.map(({ minutes, kind }) => [minutes, kind])).toEqual([
      [5, "opening"],
      [20, "work"],
      [5, "logistics"],
    ]);
    expect(printed.items[1]?.indicators).toContain("SL3");
    expect(printed.minutes).toMatchObject({ total: 30, logistics: 5 });
    expect(printed.findings.map(({ type }) => type)).toEqual(expect.arrayContaining(["missing", "craft"]));
    for (const finding of printed.findings)
      expect(Object.keys(finding)).toEqual(["type", "indicators", "lines", "message", "suggestion"]);
  });

  test("takes model and level from the options before those of the file", async () => {
    const { printed } = await checked("agenda.md", "--level", "network", "--model", "none");
    const missing = printed.findings.filter(({ type }) => type === "missing").flatMap(({ indicators }) => indicators);
    expect(missing).toEqual(["TP3", "TP5"]);
  });

  test("shows the same in the terminal, and steers it with nothing from the document", async () => {
    const { out, code } = await plumbline(["agenda", "agenda.md"], inFolder);
    expect(code).toBe(0);
    expect(out).toContain("Exit slips: sort into three piles");
    expect(out).toContain("Where the time goes");
    expect(out).toContain("What should students learn?");
    expect(out).toContain("Next steps: who does what by when (3 min)");
    const hostile = await plumbline(["agenda", "hostile.txt"], inFolder);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through.
    expect(hostile.out).not.toMatch(/[\u001b\u202e]/);
  });

  test("reads the agenda from standard input", async () => {
    const { out, code } = await plumbline(["agenda", "-", "--json"], {
      cwd: folder,
      input: "Agenda\n\n- Norms (5 min)\n- Exit slips (20 min)\n",
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Printed).minutes.total).toBe(25);
  });

  test("reads the history from a folder that holds the agenda too, without taking it for history", async () => {
    const { printed, err } = await checked("notes/agenda.md", "--history", "notes");
    expect(printed.findings.filter(({ type }) => type === "followUp")).toHaveLength(1);
    expect(err).toContain("fewer than three meetings");
  });

  test("takes the earlier meetings of a running log for its history, though its file is left out of the folder", async () => {
    const { printed, err } = await checked("logs/log.md", "--history", "logs");
    expect(printed.findings.filter(({ type }) => type === "followUp").map(({ message }) => message)).toEqual([
      "Priya took this on 8 Oct 2025: “Priya: pacing map”. It is not on this agenda yet.",
    ]);
    expect(err).toContain("This document holds 4 meetings");
    expect(err).not.toContain("history");
  });

  test("reads the history from a coverage that was written before", async () => {
    const { printed } = await checked("agenda.md", "--history", "coverage.json");
    const [followUp] = printed.findings.filter(({ type }) => type === "followUp");
    expect(followUp?.message).toContain("Ben");
    expect(followUp?.suggestion).toContain("pacing map");
  });

  test.each([
    ["other.json", "does not look like the team of this agenda"],
    ["other.json", "version 0.9.0"],
    ["none.json", "holds no meetings yet"],
  ])("says of the history %s that it %s", async (history, said) => {
    const { err, code } = await checked("agenda.md", "--history", history);
    expect(err).toContain(said);
    expect(code).toBe(0);
  });

  test("says what an agenda without items needs", async () => {
    const { printed, err } = await checked("empty.txt");
    expect(printed.items).toEqual([]);
    expect(err).toContain("No items were found");
  });

  test("writes a page that holds no markup of the document and asks for nothing from elsewhere", async () => {
    const { code, err } = await plumbline(
      ["agenda", "hostile.txt", "--history", "coverage.json", "--out", "page.html"],
      inFolder,
    );
    expect(code).toBe(0);
    expect(err).toContain("Wrote page.html");
    const page = readFileSync(join(folder, "page.html"), "utf8");
    expect(page).toContain("&#60;img src=x onerror=alert(1)&#62;");
    expect(page).not.toMatch(/<img|<script|https?:\/\/|url\(/);
    expect(page).toContain("default-src &#39;none&#39;");
    expect(parse(page).childNodes).toHaveLength(2);
  });

  test("leaves its own page out when it lies among the notes", async () => {
    await plumbline(["agenda", "agenda.md", "--out", "notes/page.html"], inFolder);
    const { err, code } = await checked("agenda.md", "--history", "notes");
    expect(code).toBe(0);
    expect(err).toContain("earlier report");
  });

  test.each([
    [["agenda.md", "--out", "page.pdf"], "names no format"],
    [["agenda.md", "--out", "agenda.html", "--history", "nothing.json"], "could not be read"],
    [["agenda.md", "--history", "broken.json"], "no coverage that can be read"],
    [["agenda.md", "--level", "galaxy"], "Allowed choices"],
  ])("%j is refused with a word on what to do", async (args, said) => {
    const { code, err } = await plumbline(["agenda", ...args], inFolder);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(existsSync(join(folder, "page.pdf"))).toBe(false);
  });

  test("says of a file that is not there that it was not read", async () => {
    const { code, err } = await plumbline(["agenda", "nowhere.md"], inFolder);
    expect(code).toBe(3);
    expect(err).toContain("There is no such file");
  });

  test("checks the sample agenda against the sample notes", async () => {
    const { out, code } = await plumbline([
      "agenda",
      join(samples, "2025-12-17 agenda Gr 4.md"),
      "--history",
      samples,
      "--level",
      "grade",
      "--json",
    ]);
    expect(code).toBe(0);
    const { items, minutes } = JSON.parse(out) as Printed;
    expect(items.map((item) => item.minutes)).toEqual([5, 5, 10, 10, 7, 6, 2, 5]);
    expect(minutes.total).toBe(50);
  });
});
