import { invalid } from "./api-error";
import type { Description, Shape } from "./description";
import { enumOf } from "./enums";

/** Parameters as they come: text from a query string, values from a script. */
export type Given = Readonly<Record<string, unknown>>;
/** Parameters after the check: each of the kind that Google's description names. */
export type Parameters = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Every Google API takes these besides its own. */
const STANDARD: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...["alt", "fields", "key", "quotaUser", "access_token", "oauth_token", "callback", "$.xgafv", "uploadType"].map(
    (name): [string, Shape] => [name, { kind: "string" }],
  ),
  ["prettyPrint", { kind: "boolean" }],
]);

function oneValue(name: string, shape: Shape, value: unknown): string | number | boolean {
  const wrong = (type: string) => invalid(`Invalid value at '${name}' (${type}), ${JSON.stringify(value)}`);
  if (shape.kind === "number") {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isInteger(number)) throw wrong("TYPE_INT32");
    return number;
  }
  if (shape.kind === "boolean") {
    if (value === true || value === "true" || value === "1") return true;
    if (value === false || value === "false" || value === "0") return false;
    throw wrong("TYPE_BOOL");
  }
  if (typeof value !== "string") throw wrong("TYPE_STRING");
  const words = enumOf("Parameters", name);
  if (words && !words.includes(value)) throw wrong("TYPE_ENUM");
  return value;
}

/** Checks query and path parameters against Google's description and gives each its kind, or refuses in Google's words. */
export function checkParameters(description: Description, message: string, given: Given): Parameters {
  const fields = description().get(message);
  if (!fields) throw new Error(`Google's description has no parameters "${message}".`);
  const checked: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const shape = name === "requestBody" || name === "media" ? undefined : (fields.get(name) ?? STANDARD.get(name));
    if (!shape) {
      throw invalid(
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      );
    }
    if (value === undefined || value === null) continue;
    if (shape.kind === "list") {
      checked[name] = (Array.isArray(value) ? value : [value]).map((one) => String(oneValue(name, shape.of, one)));
    } else if (Array.isArray(value)) {
      throw invalid(`Invalid value at '${name}', ${JSON.stringify(value)}`);
    } else {
      checked[name] = oneValue(name, shape, value);
    }
  }
  return checked;
}
