import { defineExtensionMessaging } from "@webext-core/messaging";
import type { Anchor, Decision, Level, Line, Model, NotesType, Rubric, Stance, Tag, Verdict } from "../core/index";
import type { LineInPlace } from "../deep-reader/encoder-input";

/** A document of Google Docs and one of its tabs. */
export interface Place {
  readonly document: string;
  /** Id of the tab; empty for the first (see `placeOfUrl`). */
  readonly tab: string;
}

/** How the page is being read: where the text comes from, and what tells where it stands on the page. */
export interface ReadingWay {
  readonly text: "annotated" | "painted" | "export" | "none";
  readonly marks: "annotated" | "painted" | "none";
}

/** How far the second reader is in a tab of a document. */
export interface SecondState {
  /** Lines that it has read, of those that are finished. */
  readonly read: number;
  readonly of: number;
  /** What keeps it from going on, in words for a teacher. */
  readonly trouble?: string;
}

/** Lines for the second reader, each with what stands around it. */
export interface SecondRequest extends Place {
  readonly lines: readonly LineInPlace[];
  /** `kept`: only what was read before, at once. */
  readonly wish: "kept" | "read";
  /**
   * Given with the last of all lines of a tab: what was read of lines that nobody has asked for since then is forgotten.
   * Milliseconds since 1970.
   */
  readonly forget?: number;
}

/** A line as the document has it, with what the tagger says of it. */
export interface TaggedLine extends Line {
  readonly tags: readonly Tag[];
}

/** A whole tab of a document as it was just read. */
export interface DocumentReading extends Place {
  readonly title: string;
  /** Day of the meeting, `YYYY-MM-DD`, where the document as a whole names one. */
  readonly date?: string;
  readonly type: NotesType;
  /** The rubric that the tags were made with, `plc@1.0.0`. */
  readonly rubric: string;
  readonly way: ReadingWay;
  /** Absent where the second reader is switched off. */
  readonly second?: SecondState;
  readonly lines: readonly TaggedLine[];
}

/** What became of a document since the version that the background last answered with. */
export interface DocumentChange extends Omit<DocumentReading, "lines"> {
  /** The version that the sender had been given. Where it is not the stored one, the answer is `stale`. */
  readonly base: number;
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly TaggedLine[];
}

/** A decision before the background adds who made it, when, and under which rubric. */
export interface DecisionDraft extends Place, Anchor {
  /** Made by the sender, and kept when it asks again: a decision that arrives twice counts once. */
  readonly id: string;
  /** Position of the line as the sender sees it, from 0. Where the document has moved on, the anchor decides. */
  readonly line: number;
  readonly meeting: string;
  readonly indicator: string;
  readonly verdict: Verdict;
  /** Empty for `reject` and `withdraw`. */
  readonly stance: Stance | "";
  readonly note: string;
  /** Which reader had suggested the tag; empty for `add`. */
  readonly reader: string;
}

/** A decision that has a line, with the anchor of that line as it reads now. */
export type DecisionInPlace = Decision & {
  /**
   * Position of the line in what was read last, from 0: of twins it tells which. Where the document has moved on, the anchor decides; none where
   * only a part was read.
   */
  readonly line?: number;
};

/** What the background knows of a tab of a document. */
export interface Kept {
  readonly version: number;
  /** The decisions that have a line in it, in no order; `standingOf` says what stands on each line. */
  readonly decisions: readonly DecisionInPlace[];
}

/** The rubric to tag with, before `adaptRubric`. */
export interface RubricInForce {
  readonly rubric: Rubric;
  readonly model: Model | "none";
  readonly level: Level | "none";
}

/** Why something could not be done. `message` is written for a teacher and says what to do. */
export interface Trouble {
  readonly code: "stale" | "full" | "blocked" | "refused" | "unreadable" | "absent" | "unanswered";
  readonly message: string;
}

/** How it stands with an open document. */
export interface PageState extends Place {
  readonly way: ReadingWay;
  readonly trouble: Trouble | undefined;
}

/** What every message answers with; nobody throws across a message. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Trouble };

/** Every message there is. The comment before a group says who sends it to whom. */
export interface Protocol {
  // The document's page and the panel → background.
  /** Keeps a tab of a document as it is now. */
  documentRead(reading: DocumentReading): Result<Kept>;
  /** Keeps what changed in it. Answers `stale` where the sender must send the whole. */
  documentChanged(change: DocumentChange): Result<Kept>;
  /** Keeps decisions; asking again with the same ids changes nothing. The pages concerned hear `decisionsChanged`. */
  decide(drafts: readonly DecisionDraft[]): Result<void>;
  rubricInForce(): Result<RubricInForce>;
  /** Notes down the newest line that a person has seen. Not done by the panel, which tells it as it closes. */
  seen(upTo: Place & { readonly line: number }): Result<void>;

  // The document's page → background.
  /** What the second reader says of each line, in their order; null where it has not read it. */
  readAgain(request: SecondRequest): Result<readonly (readonly Tag[] | null)[]>;

  // Background → the document's page.
  /** Decisions on this place are now these (see `Kept.decisions`). */
  decisionsChanged(change: Place & { readonly decisions: readonly DecisionInPlace[] }): Result<void>;

  // The panel and the background → the document's page.
  /** How the page is being read now, and why it is not kept. Where nothing of it is in the store, the page hands it over again. */
  pageState(asker: { readonly missing: boolean } | undefined): Result<PageState>;
  /** Scrolls a line into view and lights it up, without touching caret or selection. */
  reveal(target: Place & { readonly line: number; readonly text: string }): Result<void>;
  /** Shows or hides the marks in this document; without `shown`, the other of the two. Answers with what is now. */
  showMarks(wish: { readonly shown?: boolean }): Result<{ readonly shown: boolean }>;
  /** The line in which the caret is; `absent` where the page does not tell. */
  caretLine(): Result<Place & { readonly line: number; readonly text: string }>;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
