import { Dexie, type EntityTable, type Table } from "dexie";
import type { Anchor, Decision, Line, NotesType, Rubric, Tag } from "../core/index";
import type { Place, ReadingWay, SecondState } from "./protocol";

/** A tab of a document as it was last read. */
export interface StoredDocument extends Place {
  readonly title: string;
  readonly date?: string;
  readonly type: NotesType;
  readonly rubric: string;
  readonly way: ReadingWay;
  /** Absent where the second reader is switched off. */
  readonly second?: SecondState;
  /** Grows by one whenever the lines change. */
  readonly version: number;
  /** Ids of its lines, in the order of the document. */
  readonly order: readonly number[];
  /** When it was last read, milliseconds since 1970. */
  readonly readAt: number;
  /** The newest line there was when a person last looked; absent where nobody has looked yet. */
  readonly seenLine?: number;
}

/** A line is never altered: an edited line is a new row with a greater id. So rows that were read once need not be read again. */
export interface StoredLine extends Place, Line {
  readonly id: number;
  readonly tags: readonly Tag[];
  /** Id of the first row of these words, where only what is said of them has changed since. */
  readonly since?: number;
}

/** A decision as it is kept. */
export interface StoredDecision extends Decision {
  /** Bears no name and was not made here (see `brought`). */
  readonly brought?: true;
}

/** Where a decision stands now. Follows its line through edits; the decision itself keeps the words it was made on. */
export interface Placement extends Place, Anchor {
  /** Id of the decision. */
  readonly id: string;
  /** Id of its line; absent where it has lost its line. */
  readonly line?: number;
}

/** A rubric by the name that decisions give it, kept so that old decisions can still be read by it. */
export interface StoredRubric {
  /** `plc@1.0.0`. */
  readonly name: string;
  readonly rubric: Rubric;
}

/** A decision of which the team's workbook is not known to have it. */
export interface Unsent {
  /** Id of the decision. */
  readonly id: string;
  /** Was handed over by clipboard or file; whether it was pasted, nobody knows. */
  readonly copied?: true;
}

/** A row of the workbook's Decisions sheet that could not be read. */
export interface BadRow {
  /** As the sheet counts, from 1. */
  readonly row: number;
  readonly problem: string;
}

/** What keeps the workbook from being reached until a person does something. */
export type SyncTrouble = "sign in" | "absent" | "forbidden" | "no sheet" | "columns" | "refused";

/** How it stands between this computer and the team's workbook. Times are milliseconds since 1970. */
export interface SyncState {
  readonly key: "workbook";
  /** Attempts in a row that failed for passing reasons. */
  readonly failures: number;
  /** Nothing is tried before, unless a person asks. */
  readonly notBefore: number;
  readonly lastDone?: number;
  readonly trouble?: SyncTrouble;
  readonly bad: readonly BadRow[];
}

/** What the second reader said of a line, so that it need not read it again. */
export interface KeptReading extends Place {
  /** See `keyOf`. */
  readonly key: string;
  readonly tags: readonly Tag[];
  /** When a page last asked for it, milliseconds since 1970. */
  readonly seenAt: number;
}

/** What is kept on this computer. Settings live in `settings.ts`. */
export class PlumblineDb extends Dexie {
  declare documents: Table<StoredDocument, [string, string]>;
  declare lines: EntityTable<StoredLine, "id">;
  declare decisions: EntityTable<StoredDecision, "id">;
  declare placements: EntityTable<Placement, "id">;
  declare rubrics: EntityTable<StoredRubric, "name">;
  declare outbox: EntityTable<Unsent, "id">;
  declare sync: EntityTable<SyncState, "key">;
  declare readings: EntityTable<KeptReading, "key">;

  constructor(name = "plumbline") {
    super(name);
    // A version that people may have on their computers stays declared for ever; a change of tables is a new one.
    this.version(1).stores({
      documents: "[document+tab], readAt",
      lines: "++id, [document+tab]",
      decisions: "id, [document+tab]",
      placements: "id, [document+tab]",
      rubrics: "name",
      outbox: "id",
    });
    this.version(2).stores({ sync: "key" });
    this.version(3).stores({ readings: "key, [document+tab], seenAt" });
  }
}

export const db = new PlumblineDb();
