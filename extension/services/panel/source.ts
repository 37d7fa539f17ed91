import type { ReadonlySignal } from "@preact/signals";
import type { Decision } from "../../../core/index";
import type { Placement, StoredDocument, StoredLine } from "../../db";
import type { DecisionDraft, Place, Result, RubricInForce, Trouble } from "../../protocol";

/** A document with its lines in order, and what was decided on it. */
export interface OpenedDocument {
  readonly about: StoredDocument;
  readonly lines: readonly StoredLine[];
  readonly decisions: readonly Decision[];
  readonly placements: readonly Placement[];
}

/** What the panel has to show. Every kind but `ready` is a screen of its own. */
export type Showing =
  | { readonly is: "loading" }
  | { readonly is: "no permission" }
  | { readonly is: "no document" }
  | { readonly is: "not reached" }
  | { readonly is: "trouble"; readonly trouble: Trouble }
  | Ready;

/** A document as the store has it. */
export interface Ready {
  readonly is: "ready";
  readonly document: OpenedDocument;
  /** Whether it is open, and read along with. */
  readonly live: boolean;
  /** It is open, but its page was loaded before this Plumbline was there, and does not answer it. */
  readonly silent?: boolean;
  /** Why what is read of it now is not kept: then this is how it was last kept. */
  readonly trouble: Trouble | undefined;
}

/** Where the panel gets everything from, and where it hands everything to: the store and the page, or the sample. */
export interface PanelSource {
  readonly showing: ReadonlySignal<Showing>;
  /** Documents that are kept, the latest first. */
  readonly kept: ReadonlySignal<readonly StoredDocument[]>;
  readonly rubric: ReadonlySignal<RubricInForce>;
  readonly who: ReadonlySignal<string>;
  readonly hiddenDimensions: ReadonlySignal<readonly string[]>;
  readonly marksShown: ReadonlySignal<boolean>;
  /** All kept documents but this one, with their lines: the team's other meetings. */
  earlier(than: Place): Promise<Result<readonly OpenedDocument[]>>;
  /** Those that cannot be kept wait until they are given again, also where the panel is closed. */
  decide(drafts: readonly DecisionDraft[]): Promise<Result<void>>;
  /** The decisions that wait. */
  waiting(): Promise<readonly DecisionDraft[]>;
  /** Notes down that a person has looked at everything up to this line. */
  seen(place: Place, line: number): Promise<void>;
  reveal(place: Place, line: number, text: string): Promise<Result<void>>;
  /** Hides the marks in the document, or shows them: what the document shows now decides, as `marksShown` may lag. */
  toggleMarks(): Promise<Result<void>>;
  caretLine(): Promise<Result<Place & { readonly line: number; readonly text: string }>>;
  /** Shows a kept document; `undefined` goes back to the one that is open. */
  choose(place: Place | undefined): void;
  askPermission(): Promise<void>;
  reloadPage(): Promise<void>;
}
