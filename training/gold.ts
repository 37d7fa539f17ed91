import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { LineKind, Notes } from "../core/notes/notes";
import type { Stance } from "../core/tagger/tag";

/** One labelled line: what a person said shows in it. */
export interface GoldLine {
  readonly kind: LineKind;
  readonly text: string;
  readonly labels: ReadonlyMap<string, Stance>;
}

/** One labelled meeting (`*.gold.tsv`). */
export interface GoldMeeting {
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly lines: readonly GoldLine[];
}

const STANCE: Readonly<Record<string, Stance>> = { "+": "evidenced", ">": "planned", "-": "contrary" };

/** Reads one labelled meeting: rows of kind, labels and text parted by tabs; `# key: value` lines hold facts. */
export function readGold(path: string): GoldMeeting {
  const facts: Record<string, string> = {};
  const lines: GoldLine[] = [];
  for (const row of readFileSync(path, "utf8").split("\n")) {
    if (!row.trim()) continue;
    const fact = /^# ?(\w+): ?(.*)$/.exec(row);
    if (fact) {
      facts[fact[1] as string] = fact[2] as string;
      continue;
    }
    const [kind, labels = "", ...text] = row.split("\t");
    const spoken = labels.split(/\s+/).filter(Boolean);
    lines.push({
      kind: kind as LineKind,
      text: text.join("\t"),
      labels: new Map(spoken.map((label) => [label.slice(0, 3), STANCE[label[3] ?? ""] as Stance])),
    });
  }
  // Single lines of a contrast set stand in no meeting.
  return { name: path, facts: dirname(path).endsWith("contrast") ? { ...facts, set: "contrast" } : facts, lines };
}

/** All labelled meetings under a folder, in the order of their names. */
export function listGold(folder: string): GoldMeeting[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return listGold(path);
      return name.endsWith(".gold.tsv") ? [readGold(path)] : [];
    });
}

/** The meeting as notes, without its labels. Single lines of a contrast set belong to no agenda. */
export function notesOf({ facts, lines }: GoldMeeting): Notes {
  return { lines, ...(facts.title === undefined ? {} : { title: facts.title }) };
}

/** The team, or the writer, that a meeting is by: the file's name up to the meeting's number. */
export const teamOf = (name: string): string => basename(name).replace(/(?:-\d+)?\.gold\.tsv$/, "");
