import { describe, expect, it } from "vitest";
import { evidenceRows } from "../../../cli/outputs/evidence";
import { coverageWorkbook } from "../../../cli/outputs/xlsx";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";
import { hostileCoverage, hostileTexts } from "./hostile";
import { type ReadSheet, readWorkbook } from "./read-workbook";

const workbookOf = async (coverage: Parameters<typeof coverageWorkbook>[0]) =>
  readWorkbook(await coverageWorkbook(coverage, exampleRubric));

const column = (sheet: ReadSheet | undefined, letter: string) =>
  [...(sheet?.cells ?? [])]
    .filter(([address]) => new RegExp(`^${letter}\\d+$`).test(address))
    .map(([, value]) => value);

const cases = [
  ["a school year", exampleCoverage()],
  ["one meeting", exampleCoverage(1)],
  ["no meetings", coverageOf([])],
  ["undated meetings", exampleCoverage(6, { dated: false })],
  ["200 meetings", exampleCoverage(200, { weeks: 1 })],
  ["hostile texts", hostileCoverage],
] as const;

describe("coverageWorkbook", () => {
  it.each(cases)("has four sheets and no formula for %s", async (_name, coverage) => {
    const { sheets } = await workbookOf(coverage);
    expect([...sheets.keys()]).toEqual(["Overview", "Coverage", "Evidence", "Meetings"]);
    for (const { xml } of sheets.values()) expect(xml).not.toMatch(/<f[ >]/);
  });

  it.each(cases)("keeps the order of elements that Excel demands for %s", async (_name, coverage) => {
    const order = [
      ...["sheetPr", "sheetViews", "cols", "sheetData", "autoFilter", "mergeCells", "conditionalFormatting"],
      ...["hyperlinks", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"],
    ];
    const { sheets, files } = await workbookOf(coverage);
    for (const { xml } of sheets.values()) {
      const found = [...xml.matchAll(new RegExp(`<(${order.join("|")})[ />]`, "g"))].map(([, name = ""]) =>
        order.indexOf(name),
      );
      expect(found).toEqual([...found].sort((a, b) => a - b));
    }
    expect(files.get("xl/workbook.xml")?.match(/<definedNames/g)).toHaveLength(1);
  });

  it("opens with what shows, and lists what is not yet seen", async () => {
    const { sheets } = await workbookOf(exampleCoverage());
    const texts = [...(sheets.get("Overview")?.cells.values() ?? [])];
    expect(texts[0]).toBe("21 of 28 practices show in 26 meetings, 4 more are planned, and 3 are not yet seen.");
    expect(texts).toContain("Not yet seen");
    expect(texts).toContain("Mentorship is used to support instructional growth.");
    expect(texts).toContain("Seen before, longest ago");
  });

  it("shows the same totals as the coverage", async () => {
    const coverage = exampleCoverage();
    const cells = (await workbookOf(coverage)).sheets.get("Overview")?.cells ?? new Map();
    for (const { code } of exampleRubric.indicators) {
      const [address = ""] = [...cells].find(([, value]) => value === code) ?? [];
      const totals = coverage.totals.indicators[code];
      expect(cells.get(address.replace("A", "C")) ?? 0).toBe((totals?.evidenced ?? 0) + (totals?.planned ?? 0));
      expect(cells.get(address.replace("A", "G"))).toBe(totals?.state);
    }
  });

  it("has one filterable row per tag in Evidence", async () => {
    const coverage = exampleCoverage(8);
    const evidence = (await workbookOf(coverage)).sheets.get("Evidence");
    const rows = evidenceRows(coverage, exampleRubric);
    expect(column(evidence, "A")).toEqual(["Code", ...rows.map(({ indicator }) => indicator.code)]);
    expect(column(evidence, "E").slice(1)).toEqual(rows.map(({ tag }) => tag.text));
    expect(evidence?.xml).toContain(`<autoFilter ref="A1:O${rows.length + 1}"/>`);
  });

  it("leads from each mark to the rows of its indicator and meeting", async () => {
    const coverage = exampleCoverage(8);
    const { sheets } = await workbookOf(coverage);
    const [marks, evidence] = [sheets.get("Coverage"), sheets.get("Evidence")];
    const links = [...(marks?.links ?? [])].filter(([, to]) => to.startsWith("Evidence!"));
    expect(links.length).toBeGreaterThan(20);
    for (const [from, to] of links) {
      const row = from.replace(/\D/g, "");
      const [, first = "", last = ""] = /^Evidence!A(\d+):O(\d+)$/.exec(to) ?? [];
      expect(marks?.cells.get(from)).toMatch(/^[●○△]+$|^\?$/);
      expect(evidence?.cells.get(`A${first}`)).toBe(marks?.cells.get(`A${row}`));
      expect(evidence?.cells.get(`A${last}`)).toBe(marks?.cells.get(`A${row}`));
    }
  });

  it("writes hostile texts as text, letter for letter", async () => {
    const evidence = (await workbookOf(hostileCoverage)).sheets.get("Evidence");
    // Spreadsheets cannot hold control characters, and a line is one line.
    const clean = hostileTexts.map((text) =>
      text
        .replace(/[\r\n]/g, " ")
        .replace("\u0000", "")
        .replace("\u0007", ""),
    );
    expect(column(evidence, "E").slice(1)).toEqual(clean);
  });

  it("cuts text at the most that a cell can hold, between characters", async () => {
    const text = `${"a".repeat(32_765)}😀${"b".repeat(8000)}`;
    const evidence = (await workbookOf(coverageOf([meetingOf({ tags: [tagOf(text, "SL3")] })]))).sheets.get("Evidence");
    expect(evidence?.cells.get("E2")).toBe(`${"a".repeat(32_765)}…`);
  });

  it("lists meetings with their counts and promises", async () => {
    const tags = [
      tagOf("a", "SL3"),
      tagOf("b", "TP4", { stance: "planned" }),
      tagOf("c", "RD1", { tier: "suggested" }),
    ];
    const commitments = [{ who: "Priya", what: "exit slips", due: "2025-10-19", line: 4 }];
    const meetings = (await workbookOf(coverageOf([meetingOf({ tags, commitments })]))).sheets.get("Meetings");
    const row = ["B2", "D2", "E2", "F2", "H2", "I2", "J2"].map((address) => meetings?.cells.get(address));
    expect(row).toEqual(["Grade 4 team meeting", 24, 1, 1, 1, 2, "Priya: exit slips (by 19 Oct 2025)"]);
  });

  it("writes dates as dates and leaves other texts alone", async () => {
    const meetings = [meetingOf(), meetingOf({ date: "2025-02-31", title: "z" })];
    const sheet = (await workbookOf(coverageOf(meetings))).sheets.get("Meetings");
    expect([sheet?.cells.get("A2"), sheet?.cells.get("A3")]).toEqual(["2025-02-31", 45942]);
  });
});
