/** Milliseconds that calls to Google's services were seen to take, by the beginning of their names. */
const USUAL: readonly (readonly [string, number])[] = [
  ["Properties.", 40],
  ["Cache.", 20],
  ["Lock.", 30],
  ["Session.", 10],
  ["ScriptApp.", 300],
  ["Utilities.", 0],
  ["Drive.", 300],
  ["Calendar.", 300],
  ["Docs.", 300],
  ["Sheets.", 400],
];
/** One document of 12,000 characters was seen to take 2 s: so long for each character of an answer's text. */
const DOCS_EACH_CHARACTER = 0.14;
/** A write or read of 10,000 cells takes about a second more. */
const SHEETS_EACH_CHARACTER = 0.005;

function textLength(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + textLength(inner), 0);
}

/** How long a call takes in these fakes, in milliseconds. */
export function usualLatency(name: string, answer: unknown): number {
  const base = USUAL.find(([start]) => name.startsWith(start))?.[1] ?? 100;
  if (name.startsWith("Docs.")) return base + textLength(answer) * DOCS_EACH_CHARACTER;
  if (name.startsWith("Sheets.")) return base + textLength(answer) * SHEETS_EACH_CHARACTER;
  return base;
}
