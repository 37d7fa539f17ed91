import { type Fault, placeOf } from "./faults";
import { LIMITS } from "./limits";
import { type RubricReading, readRubricValue, refused } from "./read-value";
import { findSyntaxFault, lineAndColumn } from "./syntax";

/** Reads a rubric from the text of a JSON file or from its parsed value. Never throws on JSON: faults are returned. */
export function readRubric(json: unknown): RubricReading {
  if (typeof json !== "string") return readRubricValue(json);
  const parsed = parse(json);
  return parsed.ok ? readRubricValue(parsed.value) : parsed;
}

function parse(source: string): { ok: true; value: unknown } | { ok: false; faults: readonly Fault[] } {
  if (source.length > LIMITS.file) {
    const problem = `The file is ${source.length} characters long; there is room for ${LIMITS.file}.`;
    return refused([{ place: placeOf([]), problem, remedy: "Check that it is a rubric, and shorten it." }]);
  }
  const text = source.replace(/^\uFEFF/, "");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const found = findSyntaxFault(text);
    if (!found) {
      const remedy = "Save it again as a .json file.";
      return refused([{ place: placeOf([]), problem: "The file is not JSON.", remedy }]);
    }
    const { line, column } = lineAndColumn(text, found.offset);
    const { problem, remedy } = found;
    return refused([{ place: `line ${line}, column ${column}`, problem, remedy, line, column }]);
  }
}
