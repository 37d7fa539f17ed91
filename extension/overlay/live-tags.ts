import type { LineChange, Span, Tag, TaggedNotes, Tagger } from "../../core/index";
import type { HostLine } from "../hosts/host";
import { inSlices } from "../slices";

/** A tag as it is to be shown on a line: `spans` are offsets in the line's text, as it reads now. */
export interface LineTag {
  readonly tag: Tag;
  readonly spans: readonly Span[];
}

/** Tells when tags are new. */
export interface LiveTagsListener {
  /** The document's title, which says whether it is an agenda or minutes. */
  title(): string;
  /** The tags to show: these, or better ones. */
  better(tagged: TaggedNotes, lines: readonly HostLine[]): TaggedNotes["tags"];
  /** All lines have been read; `lines` are those that `tagged` is of. */
  tagged(tagged: TaggedNotes, lines: readonly HostLine[]): void;
}

/** Milliseconds after which a finished line is read, a line that is still being typed, and at the latest. */
const FINISHED = 60;
const TYPING = 450;
const LATEST = 2500;

/** Keeps the tags of a document up with its text, in slices of work while the page is at rest. */
export class LiveTags {
  private tagger: Tagger | undefined;
  private lines: readonly HostLine[] = [];
  private done: { readonly tagged: TaggedNotes; readonly lines: readonly HostLine[] } | undefined;
  private readonly byLine = new Map<number, { readonly line: HostLine; readonly tags: readonly Tag[] }>();
  private lastEdited = -1;
  private timer = 0;
  private waitingSince: number | undefined;
  private working = false;
  /** Counts starts from nothing: work that was begun before is dropped. */
  private begun = 0;

  constructor(
    private readonly listener: LiveTagsListener,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** Another rubric, or the first: everything is read again. */
  use(tagger: Tagger): void {
    this.tagger = tagger;
    this.done = undefined;
    this.begun++;
    this.plan(0);
  }

  /** Another document or tab. */
  reset(): void {
    this.lines = [];
    this.done = undefined;
    this.byLine.clear();
    this.begun++;
  }

  /** The document's lines are now these. `change`: the one that was typed in, where that is all. */
  follow(lines: readonly HostLine[], change: { removed: number; inserted: readonly HostLine[] } | undefined): void {
    this.lines = lines;
    const [only] = change?.inserted ?? [];
    const typing = change?.inserted.length === 1 && change.removed === 1 && only?.id === this.lastEdited;
    this.lastEdited = change?.inserted.length === 1 ? (only as HostLine).id : -1;
    this.plan(typing ? TYPING : FINISHED);
  }

  /** The page has changed, and perhaps the title with it. */
  lookAtTitle(): void {
    if (this.done && this.done.tagged.notes.title !== this.listener.title()) this.plan(FINISHED);
  }

  /** The tags of a line. While it is being typed, those that it had, without the words that were touched. */
  of(line: HostLine): readonly LineTag[] {
    const known = this.byLine.get(line.id);
    if (!known) return [];
    return known.tags.map((tag) => ({ tag, spans: spansIn(line, known.line, tag.evidence) }));
  }

  private plan(delay: number): void {
    if (!this.tagger || this.signal.aborted) return;
    const now = performance.now();
    this.waitingSince ??= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(delay, this.waitingSince + LATEST - now));
    this.timer = Number(setTimeout(() => void this.work(), wait));
  }

  private async work(): Promise<void> {
    if (this.working) return this.plan(FINISHED);
    this.working = true;
    this.waitingSince = undefined;
    try {
      await this.renew();
    } finally {
      this.working = false;
      if (this.lines !== this.done?.lines && this.waitingSince === undefined && this.lines.length) this.plan(FINISHED);
    }
  }

  private async renew(): Promise<void> {
    const { tagger, lines, done, begun } = this;
    const title = this.listener.title();
    if (!tagger || !lines.length || (done?.lines === lines && done.tagged.notes.title === title)) return;
    const steps =
      done && done.tagged.notes.title === title
        ? tagger.retagInSteps(done.tagged, changeBetween(done.lines, lines))
        : tagger.tagInSteps({ title, lines: lines.map(({ line }) => line) });
    const tagged = await inSlices(steps, this.signal);
    if (!tagged || begun !== this.begun) return;
    this.done = { tagged, lines };
    this.renewed();
  }

  /** There are better tags than before. */
  renewed(): void {
    if (!this.done) return;
    const { tagged, lines } = this.done;
    const better = this.listener.better(tagged, lines);
    lines.forEach((line, at) => {
      const tags = better[at] ?? [];
      const known = this.byLine.get(line.id);
      if (tags.length === 0) {
        if (known) this.byLine.delete(line.id);
      } else if (known?.line !== line || known.tags !== tags) this.byLine.set(line.id, { line, tags });
    });
    this.listener.tagged({ ...tagged, tags: better }, lines);
  }
}

/** The stretch of lines that differs. Lines that did not change are the same objects. */
export function changeBetween(before: readonly HostLine[], after: readonly HostLine[]): LineChange {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before[at] === after[at]) at++;
  let tail = 0;
  while (tail < most - at && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const inserted = after.slice(at, after.length - tail).map(({ line }) => line);
  return { at, removed: before.length - at - tail, inserted };
}

/** Where the evidence found in one version of a line stands in another; words that an edit touched are left out. */
export function spansIn(now: HostLine, then: HostLine, evidence: readonly Span[]): readonly Span[] {
  const spans = evidence.map(([start, end]): Span => [start + then.lead, end + then.lead]);
  if (now.text === then.text) return spans;
  const most = Math.min(now.text.length, then.text.length);
  let head = 0;
  while (head < most && now.text.charCodeAt(head) === then.text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    now.text.charCodeAt(now.text.length - 1 - tail) === then.text.charCodeAt(then.text.length - 1 - tail)
  )
    tail++;
  const by = now.text.length - then.text.length;
  return spans.flatMap(([start, end]): Span[] => {
    if (end <= head) return [[start, end]];
    return start >= then.text.length - tail ? [[start + by, end + by]] : [];
  });
}
