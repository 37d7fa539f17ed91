import { printable } from "./terminal";

/** Warnings of one file beyond these are only counted. */
const SHOWN = 5;

/** Says on standard error what a person should know of the reading of one file. */
export function reportWarnings(file: string, warnings: readonly string[]): void {
  const more = warnings.length - SHOWN;
  const rows = [...warnings.slice(0, SHOWN), ...(more > 0 ? [`There are ${more} more like these.`] : [])];
  for (const row of rows) process.stderr.write(`${printable(`${file}: ${row}`)}\n`);
}
