import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageCsv } from "../../../cli/outputs/csv";
import { coverageOf, exampleCoverage, meetingOf, tagOf } from "./example-coverage";
import { exampleRubric } from "./example-rubric";
import { hostileCoverage, hostileTexts } from "./hostile";

/** Reads CSV as RFC 4180 has it: CRLF between rows, quotes doubled inside quotes. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.join("") !== "");
}

const textOf = (text: string) =>
  parse(coverageCsv(coverageOf([meetingOf({ tags: [tagOf(text, "SL3")] })]), exampleRubric))[1]?.[4];

describe("coverageCsv", () => {
  it("begins with a byte order mark and a header and has one row per tag", () => {
    const coverage = exampleCoverage(8);
    const csv = coverageCsv(coverage, exampleRubric);
    const [header, ...rows] = parse(csv);
    expect(csv.startsWith("\uFEFFdocument,date,")).toBe(true);
    expect(header).toHaveLength(13);
    expect(rows).toHaveLength(coverage.meetings.flatMap(({ tags }) => tags).length);
    expect(rows.every((row) => row.length === 13)).toBe(true);
  });

  it("counts lines from 1 and writes tiers in words", () => {
    const tags = [
      tagOf("Looked at exit slips", "SL3", { line: 0, tier: "suggested", confidence: 0.512, headings: ["A", "B"] }),
    ];
    const csv = coverageCsv(coverageOf([meetingOf({ tags })]), exampleRubric);
    expect(parse(csv)[1]).toEqual([
      ...["notes/2025-10-12.docx", "2025-10-12", "Grade 4 team meeting", "1", "Looked at exit slips", "A › B"],
      ...["SL3", "Student work as source", "Collective Focus on Student Learning", "evidenced", "0.51", "worth a look"],
      "The line says that the team did this.",
    ]);
  });

  it("writes only the header when there is nothing to tell", () => {
    expect(parse(coverageCsv(coverageOf([]), exampleRubric))).toHaveLength(1);
  });

  it.each(hostileTexts)("keeps %j from becoming a formula", (text) => {
    const cell = textOf(text) ?? "";
    expect(cell).toBe(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  });

  it("never starts a cell with a sign that a spreadsheet would run", () => {
    const cells = parse(coverageCsv(hostileCoverage, exampleRubric)).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it("gives back any text that is read as CSV", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = textOf(`x${text}`);
        expect(cell).toBe(`x${text}`);
      }),
    );
  });
});
