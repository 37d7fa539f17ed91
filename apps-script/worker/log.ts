import { count } from "../workbook/wording";
import type { ReadSource } from "./read-sources";

/** What a slice did, in a sentence or two. */
export function logLine(results: readonly ReadSource[], left: number, stopped: string): string {
  const of = (kind: string) => results.filter(({ outcome }) => outcome.kind === kind).length;
  const parts: string[] = [];
  if (of("read") > 0) parts.push(`Read ${count(of("read"), "document")}.`);
  if (of("denied") > 0) parts.push(`${count(of("denied"), "document")} could not be opened; see Sources.`);
  if (of("foreign") > 0)
    parts.push(`${count(of("foreign"), "file is not a Google Doc", "files are no Google Docs")}; see Sources.`);
  if (of("slow") + of("passing") > 0)
    parts.push(`${count(of("slow") + of("passing"), "document")} did not answer in time or as expected; see Sources.`);
  if (stopped) parts.push(stopped);
  if (left > 0) parts.push(`${count(left, "document is", "documents are")} still to be read.`);
  return parts.join(" ");
}
