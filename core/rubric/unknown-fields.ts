import type * as z from "zod/mini";
import { type Fault, type Path, placeOf, quoted } from "./faults";

/** Warns of fields that the schema does not know. They are left out when the file is read, and do no harm. */
export function unknownFields(schema: z.core.$ZodType, value: unknown, path: Path = []): Fault[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "default":
    case "optional":
      return unknownFields(def.innerType, value, path);
    case "array":
      return Array.isArray(value) ? value.flatMap((item, at) => unknownFields(def.element, item, [...path, at])) : [];
    case "object":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
      return Object.entries(value).flatMap(([name, inner]) => {
        const known = Object.keys(def.shape).includes(name) ? def.shape[name] : undefined;
        return known ? unknownFields(known, inner, [...path, name]) : [warning([...path, name], name)];
      });
    default:
      return [];
  }
}

function warning(path: Path, name: string): Fault {
  return {
    place: placeOf(path),
    problem: `${quoted(name)} is not a field that Plumbline knows, so it was left out.`,
    remedy: "Check the spelling if it should count; otherwise there is nothing to do.",
  };
}
