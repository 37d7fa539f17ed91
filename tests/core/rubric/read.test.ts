import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import * as z from "zod/mini";
import { plcRubric, readRubric } from "../../../core/rubric/rubric";
import { faultsOf, plcText, smallFile } from "./file";

describe("reading a rubric", () => {
  it("takes the text of a file and its parsed value alike", () => {
    expect(readRubric(plcText)).toEqual({ ok: true, rubric: plcRubric, warnings: [] });
    expect(readRubric(JSON.parse(plcText))).toEqual({ ok: true, rubric: plcRubric, warnings: [] });
  });

  it("takes a file that starts with a byte order mark", () => {
    expect(readRubric(`\uFEFF${plcText}`).ok).toBe(true);
  });

  it("reads back what it read", () => {
    expect(readRubric(JSON.stringify(plcRubric))).toEqual({ ok: true, rubric: plcRubric, warnings: [] });
  });

  it("fills in what a short file leaves out", () => {
    const reading = readRubric(smallFile());
    expect(reading).toMatchObject({
      ok: true,
      rubric: { models: {}, levels: {}, indicators: [{ counts: "", neighbours: [], phrases: [] }, {}] },
    });
  });

  it("gives line and column where the text is not JSON", () => {
    expect(faultsOf('{\n  "format": 1,\n  “id”: "ours"\n}')).toEqual([
      {
        place: "line 3, column 3",
        problem: "A curly or single quote (“) stands here.",
        remedy: 'Put a straight double quote (") in its place.',
        line: 3,
        column: 3,
      },
    ]);
  });

  it("says of a newer format only that, whatever else the file holds", () => {
    const newer = smallFile((file) => {
      file.format = 2;
      file.indicators = "moved";
    });
    expect(faultsOf(newer)).toEqual([
      {
        place: "format",
        problem: "The file is written in format 2; this Plumbline reads format 1.",
        remedy: "Update Plumbline, then open the file again.",
      },
    ]);
  });

  it("refuses a file that is far too long before it parses it", () => {
    expect(faultsOf(" ".repeat(400_001))[0]?.problem).toBe(
      "The file is 400001 characters long; there is room for 400000.",
    );
  });

  it("stops at fifty faults and says how many more there are", () => {
    const faults = faultsOf(
      smallFile((file) => {
        file.indicators = Array(80).fill(1);
      }),
    );
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)?.problem).toBe("There are 30 more like these.");
  });
});

describe("a rubric file from anywhere", () => {
  test("arbitrary JSON never throws, and every fault says where, what and what to do", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.jsonValue()), (json) => {
        for (const fault of faultsOf(json)) {
          expect(fault.place && fault.problem && fault.remedy).toBeTruthy();
        }
      }),
    );
  });

  test("a good file with one value changed to anything never throws", () => {
    const fields = [...plcText.matchAll(/(?<=": )(?:"[^"\\]*"|1)(?=[,\s])/g)];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.json(), ({ 0: old, index }, json) => {
        const reading = readRubric(plcText.slice(0, index) + json + plcText.slice(index + old.length));
        expect(reading.ok || reading.faults.length > 0).toBe(true);
      }),
    );
  });

  test("keys that reach for prototypes do no harm", () => {
    const hostile = JSON.stringify(smallFile()).replace(
      "{",
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, ',
    );
    const reading = readRubric(hostile);
    expect(reading.ok && reading.warnings.map(({ place }) => place)).toEqual(["__proto__", "constructor"]);
    expect(reading.ok && "polluted" in reading.rubric).toBe(false);
    expect("polluted" in {}).toBe(false);
  });

  test("fields below __proto__ do not count as the file's own", () => {
    expect(faultsOf('{"__proto__": {"format": 1, "id": "x"}}').map(({ place }) => place)).toContain("format");
  });

  test("no code is built to check a file", () => {
    expect(z.config().jitless).toBe(true);
  });

  test("depth is no danger", () => {
    const deep = "[".repeat(90_000) + "]".repeat(90_000);
    expect(faultsOf(deep)).toHaveLength(1);
    expect(readRubric(JSON.stringify(smallFile()).replace("{", `{"extra": ${deep}, `)).ok).toBe(true);
  });
});
