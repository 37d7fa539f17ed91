import { STANCES, type Stance, type Tier } from "../../core/tagger/tag";
import { fingerprint } from "../reading/fingerprint";
import { type Row, textOf } from "./table";
import { COUNTED } from "./wording";

/** What people and program made of a line. */
export const PICKED = ["found", "suggested", "rejected", "gone"] as const;
export type Picked = (typeof PICKED)[number];

/**
 * All that counting needs to know of a row of evidence, in one short cell: a slice reads it for every row there is, and
 * the other columns only where they may change.
 */
export interface Facts {
  /** Key of the meeting; it begins with `documentMark`. */
  readonly meeting: string;
  /** Short fingerprint of the line's text. */
  readonly words: string;
  readonly picked: Picked;
  readonly stance: Stance;
  readonly byPerson: boolean;
  /** Whether the same text stands in several meetings, and no person spoke for it. */
  readonly printed: boolean;
  /** What the program says by itself, whatever people made of it; absent where it says nothing. */
  readonly program?: { readonly tier: Tier; readonly stance: Stance };
}

/** To be raised whenever facts or the rows of meetings hold something new: then every document is read again. */
export const FACTS_VERSION = 3;

/** The part of a meeting's key that it shares with all meetings of its document. */
export const documentMark = (documentId: string): string => fingerprint(documentId);

/** The mark of the document that a meeting is part of, from the meeting's key. */
export const documentOfMeeting = (meeting: string): string => meeting.slice(0, MARK);
const MARK = 8;

/** Six letters and digits that tell lines apart within a team's notes. */
export const wordsMark = (text: string): string => fingerprint(text).slice(-6);

/** Facts as their cell holds them: "k3f9a2b1x7c2 9d0qpz fe--fe". */
export function factsText({ meeting, words, picked, stance, byPerson, printed, program }: Facts): string {
  const flags = `${picked.charAt(0)}${stance.charAt(0)}${byPerson ? "P" : "-"}${printed ? "x" : "-"}`;
  return `${meeting} ${words} ${flags}${program ? program.tier.charAt(0) + program.stance.charAt(0) : "--"}`;
}

/** The facts of a row; those of a row without any count for nothing. */
export function factsOf(row: Row): Facts {
  const [meeting = "", words = "", flags = ""] = textOf(row, "facts").split(" ");
  const [tier, said] = [TIERS[flags.charAt(4)], stanceOf(flags.charAt(5))];
  return {
    meeting,
    words,
    picked: PICKED.find((picked) => picked.charAt(0) === flags.charAt(0)) ?? "gone",
    stance: stanceOf(flags.charAt(1)) ?? "evidenced",
    byPerson: flags.charAt(2) === "P",
    printed: flags.charAt(3) === "x",
    ...(tier && said ? { program: { tier, stance: said } } : {}),
  };
}

const TIERS: Readonly<Record<string, Tier>> = { f: "found", s: "suggested" };
const stanceOf = (letter: string) => STANCES.find((stance) => stance.charAt(0) === letter);

/** The practice that a row of evidence is about: its key ends with the code. */
export const codeOf = (row: Row): string => textOf(row, "key").split(".")[1] ?? "";

/** What the rows of one line have in common: their key begins with it. */
export const lineOf = (row: Row): string => textOf(row, "key").split(".")[0] ?? "";

/** What the column "Counted" says. */
export const countedWord = ({ picked, printed }: Facts): string =>
  printed && (picked === "found" || picked === "suggested") ? COUNTED.printed : COUNTED[picked];
