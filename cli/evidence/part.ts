import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { Unread } from "../files";
import type { MeetingRow } from "./rows";

/**
 * What one job found, as it lies on the disk until the team is whole: a record a line, its kind first, fields parted by tabs
 * (which JSON never holds). Only a part that ends with its mark is whole.
 */
export type PartRecord =
  | { readonly kind: "meeting"; readonly row: MeetingRow; readonly repeatable: readonly Repeatable[] }
  | { readonly kind: "tag"; readonly hash: number | undefined; readonly json: string }
  | { readonly kind: "unread"; readonly unread: Unread }
  | { readonly kind: "warned"; readonly file: string; readonly warnings: readonly string[] };

/** The hash of a text that is print where several meetings hold it, and how many of the meeting's lines it takes up. */
export type Repeatable = readonly [hash: number, lines: number];

const END = "end";

/** Writes a part whole or not at all. What `write` is given goes to the disk a document at a time. */
export async function writePart(
  path: string,
  fill: (write: (records: readonly PartRecord[]) => Promise<void>) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const handle = await open(temporary, "w");
  try {
    await fill(async (records) => {
      await handle.write(records.map((record) => `${lineOf(record)}\n`).join(""));
    });
    await handle.write(`${END}\n`);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
}

/** Whether a part is there and whole: a machine that loses its power may leave a name without its content. */
export async function isWhole(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch(() => undefined);
  if (!handle) return false;
  try {
    const { size } = await handle.stat();
    const mark = `\n${END}\n`;
    const last = Buffer.alloc(Math.min(mark.length, size));
    await handle.read(last, 0, last.length, size - last.length);
    return mark.endsWith(last.toString()) && last.length >= END.length + 1;
  } finally {
    await handle.close();
  }
}

/** Reads a part, a record at a time. */
export async function* readPart(path: string): AsyncGenerator<PartRecord> {
  for await (const line of linesOf(path)) {
    if (line !== END) yield recordOf(line);
  }
}

function lineOf(record: PartRecord): string {
  switch (record.kind) {
    case "meeting":
      return `M\t${JSON.stringify(record.row)}\t${record.repeatable.map(([hash, lines]) => `${hash.toString(36)}:${lines}`).join(" ")}`;
    case "tag":
      return `T\t${record.hash?.toString(36) ?? ""}\t${record.json}`;
    case "unread":
      return `U\t${JSON.stringify(record.unread)}`;
    case "warned":
      return `W\t${JSON.stringify([record.file, record.warnings])}`;
  }
}

function recordOf(line: string): PartRecord {
  const [kind, first = "", second = ""] = line.split("\t");
  if (kind === "T") return { kind: "tag", hash: first === "" ? undefined : parseInt(first, 36), json: second };
  if (kind === "M") {
    const repeatable = second === "" ? [] : second.split(" ").map(repeatableOf);
    return { kind: "meeting", row: JSON.parse(first) as MeetingRow, repeatable };
  }
  if (kind === "U") return { kind: "unread", unread: JSON.parse(first) as Unread };
  const [file, warnings] = JSON.parse(first) as [string, string[]];
  return { kind: "warned", file, warnings };
}

function repeatableOf(pair: string): Repeatable {
  const [hash = "", lines = ""] = pair.split(":");
  return [parseInt(hash, 36), Number(lines)];
}

/** Lines parted by line feeds alone: Node's own reader also stops at U+2028, which may stand inside JSON. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of createReadStream(path, "utf8")) {
    const lines = (rest + (piece as string)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
