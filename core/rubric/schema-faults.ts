import type * as z from "zod/mini";
import { type Fault, type Path, placeOf, quoted, valueAt } from "./faults";
import { FORMAT } from "./limits";

const KINDS: Readonly<Record<string, { words: string; sample: string }>> = {
  string: { words: "text in straight double quotes", sample: '"…"' },
  array: { words: "a list in square brackets", sample: "[ … ]" },
  object: { words: "a group of fields in braces", sample: "{ … }" },
};

const CODE = "Write one to four capital letters and a number, such as SL3.";

const PATTERNS: Readonly<Record<string, string>> = {
  code: CODE,
  codes: CODE,
  dimension: "Write the dimension's key, such as SL.",
  key: "Write one to four capital letters, such as SL.",
  id: "Write a short name in small letters, such as plc or our-school.",
  version: "Write three numbers with dots between them, such as 1.0.0.",
};

/** Puts what the schema found into plain words. `file` is what was checked. */
export function schemaFaults(issues: readonly z.core.$ZodIssue[], file: unknown): Fault[] {
  return issues.map((issue) => ({ place: placeOf(issue.path), ...explain(issue, valueAt(file, issue.path), file) }));
}

function explain(issue: z.core.$ZodIssue, value: unknown, file: unknown): Omit<Fault, "place"> {
  const who = owner(issue.path, file);
  const field = fieldOf(issue.path);
  const say = (sentence: string) => (who ? `${who}${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1));
  if (value === undefined) return missing(issue, who, field);
  switch (issue.code) {
    case "invalid_type":
      return {
        problem: say(
          `this should be ${KINDS[issue.expected]?.words ?? issue.expected}, and ${named(value)} stands here.`,
        ),
        remedy:
          issue.expected === "string" && typeof value === "number"
            ? `Put it in quotes: "${value}".`
            : "Copy this part from the built-in rubric and write over it.",
      };
    case "too_small":
      return typeof value === "string"
        ? { problem: `${who}${quoted(field)} is empty.`, remedy: "Write a few words here." }
        : { problem: `${who}${quoted(field)} is an empty list.`, remedy: "Add at least one entry." };
    case "too_big": {
      const most = Number(issue.maximum);
      return typeof value === "string"
        ? {
            problem: say(`this is ${value.trim().length} characters long; there is room for ${most}.`),
            remedy: `Shorten it to ${most} characters.`,
          }
        : {
            problem: say(
              `there are ${Array.isArray(value) ? value.length : "too many"} ${field}; ${most} is the most.`,
            ),
            remedy: `Keep the ${most} that matter most.`,
          };
    }
    case "invalid_format":
      return {
        problem: `${who}${quoted(value)} cannot stand here.`,
        remedy: PATTERNS[field] ?? "Write it as in the built-in rubric.",
      };
    case "invalid_value":
      return {
        problem: `${who}${typeof value === "string" ? quoted(value) : named(value)} is not one of the choices here.`,
        remedy: `Write one of these: ${issue.values.map(String).join(", ")}.`,
      };
    default:
      return {
        problem: say("this could not be read."),
        remedy: `Write it as in the built-in rubric (format ${FORMAT}).`,
      };
  }
}

function missing(issue: z.core.$ZodIssue, who: string, field: string): Omit<Fault, "place"> {
  if (issue.path.length === 0) return { problem: "There is nothing to read.", remedy: "Choose a rubric file." };
  const kind = issue.code === "invalid_type" ? issue.expected : "";
  const choices = issue.code === "invalid_value" ? issue.values.map((value) => JSON.stringify(value)).join(" or ") : "";
  return {
    problem: `${who}${quoted(field)} is missing.`,
    remedy: [`Add ${quoted(field)}: ${choices || (KINDS[kind]?.sample ?? "…")} here.`, PATTERNS[field]]
      .filter(Boolean)
      .join(" "),
  };
}

/** Names the indicator that a place belongs to, where it is known: "SL3: ". */
function owner(path: Path, file: unknown): string {
  const code = path[0] === "indicators" && path.length > 2 ? valueAt(file, [...path.slice(0, 2), "code"]) : undefined;
  return typeof code === "string" && code.length < 9 && path[path.length - 1] !== "code" ? `${code}: ` : "";
}

function fieldOf(path: Path): string {
  return String(path.filter((step) => typeof step === "string").pop() ?? "file");
}

function named(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of fields";
  if (typeof value === "number") return "a number without quotes";
  if (typeof value === "string") return "plain text";
  return typeof value === "boolean" ? "true or false" : `a ${typeof value}`;
}
