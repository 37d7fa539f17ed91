import * as z from "zod/mini";
import { crossCheck } from "./cross-checks";
import { type Fault, placeOf, valueAt } from "./faults";
import { FORMAT, LIMITS } from "./limits";
import { type Rubric, rubricSchema } from "./schema";
import { schemaFaults } from "./schema-faults";
import { unknownFields } from "./unknown-fields";

/** A rubric that was read, or what keeps it from being read. Warnings never stand in the way. */
export type RubricReading =
  | { readonly ok: true; readonly rubric: Rubric; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a rubric from the parsed value of its JSON. Never throws: faults are returned. */
export function readRubricValue(file: unknown): RubricReading {
  const format = valueAt(file, ["format"]);
  if (format !== undefined && format !== FORMAT) return refused([formatFault(format)]);

  const result = z.safeParse(rubricSchema, file);
  if (!result.success) return refused(schemaFaults(result.error.issues, file));
  const faults = crossCheck(result.data);
  if (faults.length) return refused(faults);
  return { ok: true, rubric: result.data, warnings: capped(unknownFields(rubricSchema, file)) };
}

function formatFault(format: unknown): Fault {
  const newer = typeof format === "number" && format > FORMAT;
  return {
    place: "format",
    problem: newer
      ? `The file is written in format ${format}; this Plumbline reads format ${FORMAT}.`
      : `The format must be the number ${FORMAT}.`,
    remedy: newer ? "Update Plumbline, then open the file again." : `Write "format": ${FORMAT} at the top of the file.`,
  };
}

/** What keeps a rubric from being read, the first faults only where there are many. */
export function refused(faults: readonly Fault[]): { ok: false; faults: readonly Fault[] } {
  return { ok: false, faults: capped(faults) };
}

function capped(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= LIMITS.faults) return faults;
  const problem = `There are ${faults.length - LIMITS.faults} more like these.`;
  const remedy = "Look after those above first, then open the file again.";
  return [...faults.slice(0, LIMITS.faults), { place: placeOf([]), problem, remedy }];
}
