import type { Tag, TaggedNotes } from "../../../core/index";
import type { LineInPlace } from "../../../deep-reader/encoder-input";
import { placeOf } from "../../../deep-reader/place-of";
import type { HostLine } from "../../hosts/host";
import type { SecondState } from "../../protocol";
import { MOST_CHARACTERS } from "./limits";

/** What a line said, among what, when it was last looked at. A change of either makes a new one, so no answer can land on other words. */
export interface LineEntry {
  readonly at: LineInPlace;
  /** Where in the document it stands now. */
  position: number;
  /** What the second reader says of exactly this. */
  tags?: readonly Tag[];
  /** What it said of the same words among others: better than nothing until it has read them again. */
  readonly before: readonly Tag[] | undefined;
}

/** Milliseconds without a change after which a line counts as finished though the cursor is still in it. */
const PAUSE = 2000;

/** The lines of a document that the second reader is to read, and what it said of them. */
export class LineEntries {
  private entries: ReadonlyMap<number, LineEntry> = new Map();
  /** What changed last, with what that stands around: it may still be being typed, until this time. */
  private held: ReadonlySet<LineEntry> = new Set();
  private heldUntil = 0;

  get all(): readonly LineEntry[] {
    return [...this.entries.values()];
  }

  get none(): boolean {
    return this.entries.size === 0;
  }

  /** Of the finished lines, how many are read. */
  get counts(): SecondState {
    let read = 0;
    let waiting = 0;
    for (const entry of this.entries.values()) {
      if (entry.tags) read++;
      else if (!this.held.has(entry)) waiting++;
    }
    return { read, of: read + waiting };
  }

  /** Milliseconds until what may still be being typed counts as finished; `undefined` where nothing may. */
  get rest(): number | undefined {
    return this.held.size > 0 ? this.heldUntil - performance.now() : undefined;
  }

  /** Takes a document as it was just tagged, and gives the tags to show. `live`: what is new in it may still be being typed. */
  over(tagged: TaggedNotes, lines: readonly HostLine[], live: boolean): readonly (readonly Tag[])[] {
    const entries = new Map<number, LineEntry>();
    const fresh = new Set<LineEntry>();
    const tags = lines.map((line, position) => {
      const at = placeOf(tagged, position);
      const compact = tagged.tags[position] ?? [];
      if (!at || !isReadable(at)) return compact;
      const known = this.entries.get(line.id);
      const entry = known && isSame(known.at, at) ? known : entryOf(at, known);
      entry.position = position;
      if (entry !== known) fresh.add(entry);
      entries.set(line.id, entry);
      return entry.tags ?? entry.before ?? compact;
    });
    if (live && fresh.size > 0) {
      this.held = fresh;
      this.heldUntil = performance.now() + PAUSE;
    }
    this.entries = entries;
    return tags;
  }

  /** Finished lines that are not read yet, at most so many, the nearest to a position first. */
  next(most: number, middle: number): LineEntry[] {
    if ((this.rest ?? 0) <= 0) this.held = new Set();
    const far = ({ position }: LineEntry) => Math.abs(position - middle);
    const near: LineEntry[] = [];
    for (const entry of this.entries.values()) {
      if (entry.tags || this.held.has(entry)) continue;
      const last = near[most - 1];
      if (last && far(entry) >= far(last)) continue;
      near.push(entry);
      near.sort((a, b) => far(a) - far(b));
      near.length = Math.min(near.length, most);
    }
    return near;
  }
}

const isReadable = ({ text, heading, previous }: LineInPlace): boolean =>
  text.trim() !== "" && Math.max(text.length, heading.length, previous.length) <= MOST_CHARACTERS;

const sameWords = (a: LineInPlace, b: LineInPlace): boolean => a.text === b.text && a.kind === b.kind;

const isSame = (a: LineInPlace, b: LineInPlace): boolean =>
  sameWords(a, b) && a.type === b.type && a.heading === b.heading && a.previous === b.previous;

const entryOf = (at: LineInPlace, known: LineEntry | undefined): LineEntry => ({
  at,
  position: 0,
  before: known && sameWords(known.at, at) ? (known.tags ?? known.before) : undefined,
});
