import type { Steps } from "../../core/index";
import type { HostLine, LinesChange } from "./host";
import { visibleOf } from "./visible";

/** A line as the search for it needs it. */
export interface IndexedLine {
  readonly line: HostLine;
  readonly visible: string;
  position: number;
}

/** Visible UTF-16 units by which lines are looked up: many where there are as many, as lines often begin alike. */
const KEYS = [40, 10] as const;
/** Lines between two places to pause. */
const STEP = 200;
/** Only lines of so many units can fill a page without beginning on it. */
const LONG = 1200;

/** Finds lines by how they begin. */
export class LineIndex {
  readonly entries: IndexedLine[] = [];
  /** Counts changes. */
  version = 0;
  private readonly byStart = new Map<string, Set<IndexedLine>>();
  private readonly long = new Set<IndexedLine>();

  /**
   * Follows a change of the document, with places to pause before anything is changed. An index without lines pauses all the time:
   * nobody is to look into it meanwhile.
   */
  *change({ at, removed, inserted }: LinesChange): Steps<void> {
    const fresh: IndexedLine[] = [];
    const unseen = this.entries.length === 0;
    for (const line of inserted)
      if (fresh.push({ line, visible: visibleOf(line.text.slice(line.shownFrom)), position: 0 }) % STEP === 0) yield;
    this.version++;
    for (let n = at; n < at + removed; n++) this.forget(this.entries[n] as IndexedLine);
    if (fresh.length < 10_000) this.entries.splice(at, removed, ...fresh);
    else {
      const rest = this.entries.splice(at).slice(removed);
      for (const entry of fresh) this.entries.push(entry);
      for (const entry of rest) this.entries.push(entry);
    }
    for (let n = 0; n < fresh.length; n++) {
      this.learn(fresh[n] as IndexedLine);
      if (unseen && n % STEP === 0) yield;
    }
    for (let n = at; n < this.entries.length; n++) (this.entries[n] as IndexedLine).position = n;
  }

  /** Lines that begin with these visible characters: all of a short line, or the first of a longer one. */
  startingWith(visible: string): Iterable<IndexedLine> & { readonly size: number } {
    return (
      this.byStart.get(
        visible.slice(
          0,
          KEYS.find((length) => visible.length >= length),
        ),
      ) ?? NONE
    );
  }

  /** Lines long enough to fill a page that hold these visible characters. */
  longHolding(visible: string): IndexedLine[] {
    return [...this.long].filter((entry) => entry.visible.includes(visible));
  }

  /** The nearest line with something to see, from a position downwards (`step` 1) or upwards (−1). */
  next(position: number, step: 1 | -1): IndexedLine | undefined {
    for (let at = position + step; at >= 0 && at < this.entries.length; at += step) {
      const entry = this.entries[at] as IndexedLine;
      if (entry.visible) return entry;
    }
    return undefined;
  }

  private learn(entry: IndexedLine): void {
    if (!entry.visible) return;
    for (const key of keysOf(entry)) {
      const known = this.byStart.get(key);
      if (known) known.add(entry);
      else this.byStart.set(key, new Set([entry]));
    }
    if (entry.visible.length >= LONG) this.long.add(entry);
  }

  private forget(entry: IndexedLine): void {
    for (const key of keysOf(entry)) {
      const known = this.byStart.get(key);
      known?.delete(entry);
      if (known?.size === 0) this.byStart.delete(key);
    }
    this.long.delete(entry);
  }
}

const keysOf = ({ visible }: IndexedLine): Set<string> => new Set(KEYS.map((length) => visible.slice(0, length)));

const NONE: ReadonlySet<IndexedLine> = new Set();
