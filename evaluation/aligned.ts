/** Writes rows of cells as columns: the first to the left, the others to the right, two spaces apart. */
export function aligned(rows: readonly (readonly string[])[], indent = "  "): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => {
      const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)));
      return `${indent}${cells.join("  ").trimEnd()}\n`;
    })
    .join("");
}
