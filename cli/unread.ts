import type { Unread } from "./files";
import { colors, printable } from "./terminal";

/** Lists on standard error what could not be read, why, and what to do. */
export function reportUnread(unread: readonly Unread[]): void {
  if (unread.length === 0) return;
  const color = colors(process.stderr);
  const rows = unread.map(
    ({ file, problem, remedy }) => `  ${color.bold(printable(file))}\n    ${printable(`${problem} ${remedy}`)}\n`,
  );
  process.stderr.write(
    `\n${unread.length === 1 ? "One file was" : `${unread.length} files were`} not read:\n${rows.join("")}`,
  );
}
