import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { plcRubric } from "../core/index";
import { type GoldMeeting, listGold } from "../training/gold";

/** A folder of labelled meetings. */
export interface GoldSet {
  /** The folder as it was named. */
  readonly name: string;
  readonly meetings: readonly GoldMeeting[];
}

/** The sets of the project, then what may lie beside the project. */
const USUAL = ["tests/corpus/test", "tests/corpus/other", "../shared/corpus/dev", "../shared/corpus/negatives"];
const CODES = new Set(plcRubric.indicators.map(({ code }) => code));

/** Reads the sets under some folders, and names those that are not there or empty. Throws where a label is no label. */
export function readSets(root: string, folders: readonly string[] = USUAL): { sets: GoldSet[]; absent: string[] } {
  const sets = folders.map((name) => {
    const folder = resolve(root, name);
    return { name, meetings: existsSync(folder) ? listGold(folder) : [] };
  });
  for (const { meetings } of sets) meetings.forEach(checkLabels);
  return {
    sets: sets.filter(({ meetings }) => meetings.length > 0),
    absent: sets.filter(({ meetings }) => meetings.length === 0).map(({ name }) => name),
  };
}

/** Meetings of other people, in which no line shows an indicator, count only for false alarms. */
export function isOther({ facts }: GoldMeeting): boolean {
  return facts.set === "negatives" || facts.set === "other";
}

/** A mistyped label would count as a miss of every reader, and nobody would notice. */
function checkLabels({ name, lines }: GoldMeeting): void {
  lines.forEach(({ labels }, row) => {
    for (const [code, stance] of labels) {
      if (!CODES.has(code) || !stance) throw new Error(`${name}, row ${row}: a label with ${code} cannot be read.`);
    }
  });
}
