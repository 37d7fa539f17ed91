import * as z from "zod/mini";
import { invalid } from "./api-error";
import type { Description, Shape } from "./description";
import { enumOf } from "./enums";

type Schema = z.ZodMiniType;
const schemas = new WeakMap<Description, Map<string, Schema>>();

function schemaOf(description: Description, shape: Shape, words?: readonly string[]): Schema {
  switch (shape.kind) {
    case "string":
      return words ? z.enum([...words]) : z.string();
    case "number":
      return z.number();
    case "boolean":
      return z.boolean();
    case "list":
      return z.array(schemaOf(description, shape.of));
    case "map":
      return z.record(z.string(), schemaOf(description, shape.of));
    case "message":
      return z.lazy(() => messageSchema(description, shape.name));
    case "any":
      return z.any();
  }
}

/** The strict schema of a message: every field of Google's description, no other; null stands for absent, as in proto3 JSON. */
export function messageSchema(description: Description, name: string): Schema {
  const known = schemas.get(description) ?? new Map<string, Schema>();
  schemas.set(description, known);
  const cached = known.get(name);
  if (cached) return cached;
  const fields = description().get(name);
  if (!fields) throw new Error(`Google's description has no message "${name}".`);
  const schema = z.strictObject(
    Object.fromEntries(
      [...fields].map(([field, shape]) => [
        field,
        z.optional(z.nullable(schemaOf(description, shape, enumOf(name, field)))),
      ]),
    ),
  );
  known.set(name, schema);
  return schema;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? snake(String(step)) : `${text}.${snake(String(step))}`;
  }, "");

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);

const TYPES: Readonly<Record<string, string>> = { string: "TYPE_STRING", number: "TYPE_INT32", boolean: "TYPE_BOOL" };

function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  const place = pathText(issue.path);
  const shown = JSON.stringify(at(value, issue.path));
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .map(
        (key) =>
          `Invalid JSON payload received. Unknown name "${key}"${place ? ` at '${place}'` : ""}: Cannot find field.`,
      )
      .join("\n");
  }
  if (issue.code === "invalid_value") return `Invalid value at '${place}' (TYPE_ENUM), ${shown}`;
  const expected = "expected" in issue ? String(issue.expected) : "";
  if (TYPES[expected]) return `Invalid value at '${place}' (${TYPES[expected]}), ${shown}`;
  return `Invalid JSON payload received. Unknown name "${place}": Proto field is not ${expected === "array" ? "repeating, cannot start list" : "a message"}.`;
}

/** Checks a body against Google's description of its message, or refuses it in Google's words (400). */
export function checkBody(description: Description, message: string, body: unknown): void {
  const result = z.safeParse(messageSchema(description, message), body);
  if (result.success) return;
  const texts = result.error.issues.map((issue) => wordsOf(issue, body));
  throw invalid(texts.join("\n"), [
    {
      "@type": "type.googleapis.com/google.rpc.BadRequest",
      fieldViolations: texts.map((text, index) => ({
        field: pathText(result.error.issues[index]?.path ?? []),
        description: text,
      })),
    },
  ]);
}
