import type { Coverage } from "../../core/coverage/coverage";

const order = [
  ..."id version rubric team meetings totals indicators dimensions".split(" "),
  ..."date title source type lines tags commitments".split(" "),
  ..."line text headings indicator stance confidence tier evidence why reader".split(" "),
  ..."who what due".split(" "),
  ..."evidenced planned contrary suggested firstSeen lastSeen state".split(" "),
];

/** Writes the coverage as indented JSON with keys in a fixed order, so that two runs can be compared line by line. */
export function coverageJson(coverage: Coverage): string {
  const json = JSON.stringify(coverage, (_key, value) => (isRecord(value) ? inOrder(value) : value), 2);
  // Evidence spans stay on one line. A line break cannot stand inside a JSON string, so only real arrays match.
  return `${json.replace(/\[\n +(\d+),\n +(\d+)\n +\]/g, "[$1, $2]")}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inOrder(record: Record<string, unknown>): Record<string, unknown> {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(record).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
