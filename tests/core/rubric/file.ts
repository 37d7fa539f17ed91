import { readFileSync } from "node:fs";
import type { Fault } from "../../../core/rubric/rubric";
import { readRubric } from "../../../core/rubric/rubric";

/** The built-in rubric as the text of a file. */
export const plcText = readFileSync(new URL("../../../core/rubric/plc.json", import.meta.url), "utf8");

// A rubric file in a test is edited as a teacher would: any field may go or become anything.
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Editable = any;

/** A small rubric file of two indicators, edited. */
export function smallFile(edit: (file: Editable) => void = () => {}): unknown {
  const file = {
    format: 1,
    id: "ours",
    version: "2.0.0",
    title: "Ours",
    dimensions: [{ key: "A", title: "All of it", short: "All" }],
    indicators: [
      { code: "A1", dimension: "A", title: "First", text: "The first practice." },
      { code: "A2", dimension: "A", title: "Second", text: "The second practice." },
    ],
  };
  edit(file);
  return file;
}

/** The faults that reading gives; none where it is read. */
export function faultsOf(json: unknown): readonly Fault[] {
  const reading = readRubric(json);
  return reading.ok ? [] : reading.faults;
}
