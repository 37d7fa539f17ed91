import type { PlacedRun } from "./runs";

/** Share of a page's widest row that a row must fill for the next one to be its continuation. */
const FULL = 0.85;

/**
 * The text of what is in view, where the page gives no other: rows joined to paragraphs where the next word would not
 * have fitted. Pages come from top to bottom; one without runs is a gap, and gives an empty line.
 */
export function paintedText(pages: readonly (readonly PlacedRun[])[]): string {
  const lines: string[] = [];
  for (const runs of pages) {
    if (!runs.length && lines.length) lines.push("");
    const right = runs.reduce((most, { left, width }) => Math.max(most, left + width), 0);
    let open: PlacedRun | undefined;
    for (const row of rowsOf(runs)) {
      const [first, second] = row;
      if (!first) continue;
      const marked = second !== undefined && first.visible.length <= 3 && !/\w/.test(first.visible);
      const text = (marked ? row.slice(1) : row).map((run) => run.text).join("");
      const last = row[row.length - 1] as PlacedRun;
      const continues = open !== undefined && !marked && first.left <= open.left + open.width;
      if (continues && open && open.left + open.width > right * FULL) lines[lines.length - 1] += text;
      else lines.push(text);
      open = last;
    }
  }
  return lines.join("\n");
}

function rowsOf(runs: readonly PlacedRun[]): PlacedRun[][] {
  const rows: PlacedRun[][] = [];
  for (const run of runs) {
    const own = rows[run.row];
    if (own) own.push(run);
    else rows[run.row] = [run];
  }
  return rows.filter(Boolean);
}
