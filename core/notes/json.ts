import * as z from "zod/mini";
import type { Line, LineKind, Notes } from "./notes";

const KINDS: readonly string[] = ["heading", "bullet", "item", "para", "cell"] satisfies LineKind[];
const NOTES_FIELDS = new Set(["title", "date", "level", "model", "type", "lines"]);
const LINE_FIELDS = new Set(["kind", "text", "depth", "row", "column", "checked", "offset"]);
const LEVELS = new Set(["grade", "subject", "school", "district", "network", "consortium"]);
const MODELS = new Set(["dufour", "russo"]);

const shape = z.looseObject({ lines: z.array(z.looseObject({ text: z.string() })) });

/** Notes, or what is wrong and what to do about it. Unknown fields and values are left out with a warning. */
export type ReadResult =
  | { readonly ok: true; readonly notes: Notes; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly remedy: string };

const REMEDY =
  'Notes JSON looks like {"title": "…", "date": "2026-09-14", "lines": [{"kind": "bullet", "text": "…"}]}.';

/** Reads Notes JSON. */
export function notesFromJson(json: string): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { ok: false, problem: `This is not JSON: ${(error as Error).message}.`, remedy: REMEDY };
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.length
      ? issue.path
          .map((part) => (typeof part === "number" ? `[${part}]` : String(part)))
          .join(".")
          .replace(/\.\[/g, "[")
      : "the file";
    const found =
      place === "the file" ? "The file is not an object with lines" : `${place} is missing or is not of the right kind`;
    return { ok: false, problem: `${found}.`, remedy: REMEDY };
  }
  const warnings: string[] = [];
  const { data } = parsed;
  for (const field of Object.keys(data))
    if (!NOTES_FIELDS.has(field)) warnings.push(`"${field}" is not a field of notes and was left out.`);
  const lines = data.lines.map((raw, at) => lineFrom(raw, at, warnings));
  const date = textOf(data.date);
  const level = textOf(data.level)?.toLowerCase();
  const model = textOf(data.model)?.toLowerCase();
  const type = textOf(data.type)?.toLowerCase();
  const title = textOf(data.title);
  if (date !== undefined && !isDay(date))
    warnings.push(`date "${date}" is not a day like 2026-09-14 and was left out.`);
  if (level !== undefined && !LEVELS.has(level))
    warnings.push(`level "${level}" is not one of ${[...LEVELS].join(", ")} and was left out.`);
  if (model !== undefined && model !== "none" && !MODELS.has(model))
    warnings.push(`model "${model}" is not dufour, russo or none and was left out.`);
  if (type !== undefined && type !== "agenda" && type !== "minutes")
    warnings.push(`type "${type}" is neither agenda nor minutes and was left out.`);
  return {
    ok: true,
    warnings,
    notes: {
      ...(title === undefined ? {} : { title }),
      ...(date !== undefined && isDay(date) ? { date } : {}),
      ...(level !== undefined && LEVELS.has(level) ? { level } : {}),
      ...(model !== undefined && MODELS.has(model) ? { model } : {}),
      ...(type === "agenda" || type === "minutes" ? { type } : {}),
      lines,
    },
  };
}

/** Writes notes as Notes JSON, two spaces deep. */
export function notesToJson(notes: Notes): string {
  return `${JSON.stringify(notes, null, 2)}\n`;
}

function lineFrom(
  raw: { readonly text: string; readonly [field: string]: unknown },
  at: number,
  warnings: string[],
): Line {
  for (const field of Object.keys(raw)) {
    if (!LINE_FIELDS.has(field)) warnings.push(`lines[${at}].${field} is not a field of a line and was left out.`);
  }
  const kind = raw.kind;
  const known = typeof kind === "string" && KINDS.includes(kind);
  if (kind !== undefined && !known)
    warnings.push(`lines[${at}].kind is not one of ${KINDS.join(", ")}; taken as para.`);
  const count = (field: string) => {
    const value = raw[field];
    return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
  };
  const [depth, row, column, offset] = [count("depth"), count("row"), count("column"), count("offset")];
  return {
    kind: known ? (kind as LineKind) : "para",
    text: raw.text,
    ...(depth === undefined ? {} : { depth }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(typeof raw.checked === "boolean" ? { checked: raw.checked } : {}),
    ...(offset === undefined ? {} : { offset }),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const day = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return day.getUTCMonth() === Number(match[2]) - 1 && day.getUTCDate() === Number(match[3]);
}
