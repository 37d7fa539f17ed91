import { fullDateIn } from "../../core/notes/full-date";
import { notesFromJson } from "../../core/notes/json";
import type { Notes } from "../../core/notes/notes";

/** What the block at the head of a Markdown file says of the notes, and the text below it. */
export interface FrontMatter {
  readonly fields: Omit<Notes, "lines">;
  readonly body: string;
  readonly warnings: readonly string[];
}

const FIELDS: ReadonlySet<string> = new Set(["title", "date", "level", "model", "type"]);

/** Longest block, in lines. Two rules far apart are rules, with notes between them. */
const LONGEST = 60;

/** Takes the block between two `---` lines off the head of a text, if each of its lines is `key: value`, as in YAML. */
export function frontMatterOf(text: string): FrontMatter {
  const none = { fields: {}, body: text, warnings: [] };
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) return none;
  const found: Record<string, string> = {};
  let at = opening[0].length;
  for (let row = 0; row < LONGEST && at < text.length; row += 1) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).trimEnd();
    at = end + 1;
    if (line === "---" || line === "...") return { ...checked(found), body: text.slice(at) };
    const pair = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const key = pair?.[1]?.toLowerCase();
    if (key && FIELDS.has(key)) found[key] = unquoted(pair?.[2] ?? "");
    // Values of other keys may go on in lists or on indented lines.
    else if (!key && !/^(?:[ \t]|- |#|$)/.test(line)) return none;
  }
  return none;
}

/** The fields as Notes JSON takes them, so that both refuse the same values. */
function checked(found: Record<string, string>): Pick<FrontMatter, "fields" | "warnings"> {
  const date = found.date && (fullDateIn(found.date) ?? found.date);
  const read = notesFromJson(JSON.stringify({ ...found, ...(date ? { date } : {}), lines: [] }));
  if (!read.ok) return { fields: {}, warnings: [] };
  const { lines: _, ...fields } = read.notes;
  return { fields, warnings: read.warnings };
}

/** A YAML value without its quotes or comment. */
function unquoted(value: string): string {
  const quoted = /^\s*(?:"([^"]*)"|'([^']*)')/.exec(value);
  return quoted ? (quoted[1] ?? quoted[2] ?? "") : (value.split(/[ \t]#/)[0] ?? "").trim();
}
