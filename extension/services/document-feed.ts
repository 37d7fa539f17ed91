import type { Tag, TaggedNotes } from "../../core/index";
import { ask } from "../ask";
import type { DocumentReading, Kept, TaggedLine, Trouble } from "../protocol";

/** A tab of a document as the page's script has it. */
export interface FeedReading extends Omit<DocumentReading, "lines" | "type"> {
  readonly tagged: TaggedNotes;
}

/** Hands readings to the background, one at a time, the latest last. */
export interface DocumentFeed {
  /** May be called at every keystroke: what is sent is what changed since the last time. */
  publish(reading: FeedReading): void;
  /** Why the latest reading is not kept; it is sent again, whole, until it is. */
  readonly trouble: Trouble | undefined;
}

/** Milliseconds between two messages: the panel need not follow every letter. */
const APART = 250;
/** After each failure the wait is this many times as long, up to so many milliseconds. */
const LONGER = 4;
const LONGEST = 30_000;

/** Makes a feed that ends with `signal`. `kept` hears what the background knows of each reading that it has kept. */
export function createDocumentFeed(
  kept: (kept: Kept) => void,
  signal: AbortSignal,
  send: typeof ask = ask,
): DocumentFeed {
  let sent: { reading: FeedReading; version: number } | undefined;
  let waiting: FeedReading | undefined;
  let busy = false;
  let trouble: Trouble | undefined;

  const run = async () => {
    if (busy) return;
    busy = true;
    let pause = APART;
    while (waiting && !signal.aborted) {
      const reading = waiting;
      waiting = undefined;
      const answer = await deliver(reading);
      if (answer.ok) {
        sent = { reading, version: answer.value.version };
        trouble = undefined;
        pause = APART;
        kept(answer.value);
      } else {
        sent = undefined;
        trouble = answer.error;
        pause = Math.min(LONGER * pause, LONGEST);
        waiting ??= reading;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    busy = false;
  };

  const deliver = async (reading: FeedReading) => {
    if (sent && sent.reading.document === reading.document && sent.reading.tab === reading.tab) {
      const { tagged: _, ...about } = reading;
      const { at, removed, inserted } = changeBetween(sent.reading.tagged, reading.tagged);
      const lines = linesOf(reading.tagged, at, at + inserted);
      const change = { ...about, type: reading.tagged.type, base: sent.version, at, removed, inserted: lines };
      const answer = await send("documentChanged", change);
      if (answer.ok || answer.error.code !== "stale") return answer;
    }
    const { tagged, ...about } = reading;
    return send("documentRead", { ...about, type: tagged.type, lines: linesOf(tagged, 0, tagged.notes.lines.length) });
  };

  return {
    publish: (reading) => {
      waiting = reading;
      void run();
    },
    get trouble() {
      return trouble;
    },
  };
}

/** The smallest stretch of lines that holds every difference. */
export function changeBetween(
  before: TaggedNotes,
  after: TaggedNotes,
): { readonly at: number; readonly removed: number; readonly inserted: number } {
  const [from, to] = [before.notes.lines.length, after.notes.lines.length];
  const least = Math.min(from, to);
  let at = 0;
  while (at < least && sameLine(before, at, after, at)) at++;
  let tail = 0;
  while (tail < least - at && sameLine(before, from - 1 - tail, after, to - 1 - tail)) tail++;
  return { at, removed: from - at - tail, inserted: to - at - tail };
}

/** What is kept of a line; where it begins in the text moves with whatever is typed above it. */
const KEPT = ["text", "kind", "depth", "row", "column", "checked"] as const;

function sameLine(before: TaggedNotes, i: number, after: TaggedNotes, j: number): boolean {
  const [a, b] = [before.notes.lines[i], after.notes.lines[j]];
  if (!a || !b) return false;
  return (a === b || KEPT.every((key) => a[key] === b[key])) && sameTags(before.tags[i] ?? [], after.tags[j] ?? []);
}

function sameTags(a: readonly Tag[], b: readonly Tag[]): boolean {
  if (a === b || (a.length === 0 && b.length === 0)) return true;
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

function linesOf({ notes, tags }: TaggedNotes, from: number, to: number): TaggedLine[] {
  return notes.lines.slice(from, to).map((line, n) => ({ ...line, tags: tags[from + n] ?? [] }));
}
