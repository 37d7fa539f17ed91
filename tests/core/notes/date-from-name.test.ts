import { describe, expect, test } from "vitest";
import { dateFromName } from "../../../core/notes/date-from-name";

describe("dateFromName", () => {
  test.each([
    ["2025-09-03 PLC.docx", "2025-09-03"],
    ["PLC-2025-9-3.docx", "2025-09-03"],
    ["notes_2025_09_03_final.md", "2025-09-03"],
    ["PLC 2025.09.03", "2025-09-03"],
    ["20250903-grade4.txt", "2025-09-03"],
    ["PLC 9-3-25.docx", "2025-09-03"],
    ["9.3.2025 team notes (2).html", "2025-09-03"],
    ["math_9_3_25.txt", "2025-09-03"],
    ["25-9-2025.txt", "2025-09-25"],
    ["Sept 3 2025.docx", "2025-09-03"],
    ["PLC_Sept_3,_2025.docx", "2025-09-03"],
    ["3 September 2025.docx", "2025-09-03"],
    ["PLC-Oct-14th-2025.docx", "2025-10-14"],
    ["/home/kim/2024-01-01/PLC 10-14-2025.docx", "2025-10-14"],
  ])("reads the day in %s", (name, day) => {
    expect(dateFromName(name)).toBe(day);
  });

  test.each([
    "PLC.docx",
    "PLC 2025-26.docx",
    "grades 3-4.docx",
    "Sept 3.docx",
    "2025-13-40.docx",
    "2025-02-30.docx",
    "12345678.docx",
    "scan 120250903.docx",
    "v1.2.docx",
    "",
  ])("finds no day in %s", (name) => {
    expect(dateFromName(name)).toBeUndefined();
  });
});
