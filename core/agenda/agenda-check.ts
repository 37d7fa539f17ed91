import type { Level, Model } from "../rubric/schema";
import type { Span, Tier } from "../tagger/tag";
import type { LineChange } from "../tagger/tagger";

/** What an item is there for. */
export type ItemKind = "opening" | "work" | "logistics" | "break" | "closing";

/** A practice that an item promises to the meeting; an agenda looks ahead, so its stance is always planned. */
export interface Promised {
  readonly indicator: string;
  readonly stance: "planned";
  /** Share of promises like this one that a person would see too, 0–1. */
  readonly confidence: number;
  readonly tier: Tier;
  /** One plain sentence for a teacher. */
  readonly why: string;
  /** The line that promises it, from 0: the item's own or one below it. */
  readonly line: number;
  readonly evidence: readonly Span[];
}

/** One item of an agenda with everything that belongs to it. */
export interface AgendaItem {
  /** Index of its line in the document, from 0; in a table, of the cell that names it. */
  readonly line: number;
  /** All its lines: its own, those below it, the cells of its row. */
  readonly lines: readonly number[];
  /** Its words without the time. */
  readonly text: string;
  readonly kind: ItemKind;
  /** Given by the agenda, or else its share of what is left over; absent where neither is known. */
  readonly minutes?: number;
  /** Whether the agenda says how long it takes. */
  readonly given: boolean;
  /** Minutes from midnight. */
  readonly from?: number;
  readonly to?: number;
  readonly owners: readonly string[];
  /** What it asks people to bring or to look at, in the agenda's words. */
  readonly bring: readonly string[];
  readonly promises: readonly Promised[];
}

/** Where the time goes, in minutes. */
export interface AgendaMinutes {
  /** Of all items together. */
  readonly total: number;
  /** Length of the meeting, where the agenda names it. */
  readonly meeting?: number;
  /** Not yet given to an item; below 0 where the items need more than there is. */
  readonly left?: number;
  /** By dimension key; an item that promises several dimensions is shared out among them. */
  readonly byDimension: Readonly<Record<string, number>>;
  readonly logistics: number;
  /** Items that promise nothing in particular: openings, breaks, closings, talk without a practice in it. */
  readonly other: number;
}

/** One of the model's guiding questions, and what the agenda holds for it. */
export interface QuestionView {
  readonly title: string;
  readonly indicators: readonly string[];
  readonly lines: readonly number[];
  readonly minutes: number;
  readonly answered: boolean;
}

export type FindingType = "missing" | "neglected" | "followUp" | "time" | "craft";

/** Which check a finding comes from. */
export type FindingRule =
  | "missing"
  | "neglected"
  | "followUp"
  | "overrun"
  | "overlap"
  | "contradiction"
  | "noTime"
  | "noTimes"
  | "noMaterial"
  | "noNorms"
  | "noRoles"
  | "noClosing"
  | "tooMany"
  | "oneLeader";

/** A short item or edit that a facilitator can take over as it is. */
export interface Suggestion {
  /** To paste, in the team's own form; cells of a row are parted by tabs. */
  readonly text: string;
  /** Where it goes and what to mind, in one sentence. */
  readonly hint: string;
  /** Minutes that it takes out of the time left; 0 where it goes into an item that is there. */
  readonly minutes: number;
  /** The same as a change of the document's lines (see `applySuggestion`). */
  readonly change: LineChange;
}

/** Something to think about before the meeting. Never a judgement. */
export interface Finding {
  readonly type: FindingType;
  readonly rule: FindingRule;
  readonly indicators: readonly string[];
  /** Lines of the document that it is about, from 0. */
  readonly lines: readonly number[];
  /** One or two plain sentences for a teacher. */
  readonly message: string;
  readonly suggestion?: Suggestion;
}

/** What an agenda gives the team and what might be added. Plain data with ready sentences. */
export interface AgendaCheck {
  readonly rubric: { readonly id: string; readonly version: string };
  readonly model?: Model;
  readonly level?: Level;
  /** One line that says it all. */
  readonly headline: string;
  /** What could not be checked, or was taken for granted, and what to do about it. */
  readonly cautions: readonly string[];
  readonly items: readonly AgendaItem[];
  readonly minutes: AgendaMinutes;
  /** The guiding questions of the model; empty where it has none. */
  readonly questions: readonly QuestionView[];
  /** Missing, follow-up, time, craft, neglected, in this order. */
  readonly findings: readonly Finding[];
}
