import type { Tag, TaggedNotes } from "../../../core/index";
import type { HostLine } from "../../hosts/host";
import type { Place, Result, SecondRequest, SecondState } from "../../protocol";
import { MOST_LINES } from "./limits";
import { LineEntries, type LineEntry } from "./line-entries";

/** Lines in flight: few, so that a line that was just finished never waits for long. */
const BATCH = 4;
/** Milliseconds of rest between two batches, at most. */
const REST = 500;
/** Milliseconds between two showings of what was read, while there is more. */
const APART = 500;
/** Milliseconds until it is tried again after something went wrong: doubled each time, up to the last. */
const [AGAIN, LATEST] = [30_000, 600_000];

/** What a second reading needs of its page. */
export interface SecondReadingHost {
  ask(request: SecondRequest): Promise<Result<readonly (readonly Tag[] | null)[]>>;
  /** Its tags or its state are not what they were. */
  changed(): void;
  /** Position of a line that is in view: those around it are read first. */
  inView(): number;
  /** The place that is open, and whether its lines are all there are. */
  place(): (Place & { readonly whole: boolean }) | undefined;
}

/**
 * Has the finished lines of the open document read a second time, a few at a time. What waits is not kept anywhere but in the lines
 * themselves: a line without an answer is asked for again, whatever was stopped meanwhile.
 */
export class SecondReading {
  private on = false;
  private lines = new LineEntries();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private wait = AGAIN;
  private trouble: string | undefined;
  /** Counts starts from nothing: what was asked before is dropped. */
  private begun = 0;
  private recalled = false;
  /** When what was read was last shown; `performance.now()`. */
  private shownAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly host: SecondReadingHost,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.reset());
  }

  /** Another rubric or document, or switched on or off: everything that was said is forgotten. */
  reset(on = this.on): void {
    clearTimeout(this.timer);
    this.on = on;
    this.lines = new LineEntries();
    this.wait = AGAIN;
    this.trouble = undefined;
    this.recalled = false;
    this.begun++;
  }

  /** Whether what was read on an earlier day is not known yet; it comes at once. */
  get recalling(): boolean {
    return this.on && !this.recalled && this.trouble === undefined && !this.lines.none;
  }

  /** Absent where it is switched off. */
  get state(): SecondState | undefined {
    if (!this.on) return undefined;
    return { ...this.lines.counts, ...(this.trouble === undefined ? {} : { trouble: this.trouble }) };
  }

  /** Takes a document as it was just tagged, and gives its tags with those of the second reader, where it has some. */
  over(tagged: TaggedNotes, lines: readonly HostLine[]): readonly (readonly Tag[])[] {
    if (!this.on) return tagged.tags;
    const tags = this.lines.over(tagged, lines, this.recalled);
    if (this.trouble === undefined) this.plan(0);
    return tags;
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.work();
    }, delay);
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.on && !this.signal.aborted && (await (this.recalled ? this.read() : this.recall()))) {}
    } finally {
      this.busy = false;
    }
  }

  /** Learns what was read of these lines on other days; false where that is not to be had now. */
  private async recall(): Promise<boolean> {
    // Asked first: it may find that another place is open, and start anew.
    const place = this.host.place();
    const { begun } = this;
    const { all } = this.lines;
    if (!place || all.length === 0) return false;
    const from = Date.now();
    for (let at = 0; at < all.length; at += MOST_LINES) {
      const forget = place.whole && at + MOST_LINES >= all.length ? { forget: from } : {};
      const answered = await this.ask(place, all.slice(at, at + MOST_LINES), { wish: "kept", ...forget });
      if (begun !== this.begun) return true;
      if (!answered) return false;
    }
    this.recalled = true;
    this.host.changed();
    return true;
  }

  /** Has some lines read; false where there are none, or not now. */
  private async read(): Promise<boolean> {
    const place = this.host.place();
    const { begun } = this;
    const batch = place ? this.next() : [];
    if (!place || batch.length === 0) return false;
    const began = performance.now();
    const answered = await this.ask(place, batch, { wish: "read" });
    if (begun !== this.begun) return true;
    if (!answered) return false;
    const now = performance.now();
    if (now - this.shownAt >= APART || this.next().length === 0) {
      this.shownAt = now;
      this.host.changed();
    }
    // Never more than half of a processor core: someone is in a meeting.
    await new Promise((rested) => setTimeout(rested, Math.min(REST, now - began)));
    return true;
  }

  /** Takes what is answered to the lines that were asked for; false where nothing is. */
  private async ask(
    { document, tab }: Place,
    batch: readonly LineEntry[],
    how: Pick<SecondRequest, "wish" | "forget">,
  ): Promise<boolean> {
    const { begun } = this;
    const answer = await this.host.ask({ document, tab, lines: batch.map(({ at }) => at), ...how });
    if (begun !== this.begun) return false;
    if (!answer.ok) {
      this.trouble = answer.error.message;
      this.plan(this.wait);
      this.wait = Math.min(LATEST, this.wait * 2);
      this.host.changed();
      return false;
    }
    this.trouble = undefined;
    this.wait = AGAIN;
    batch.forEach((entry, n) => {
      const tags = answer.value[n];
      if (tags) entry.tags = tags;
    });
    return true;
  }

  /** The lines to read next, those in view first. Where all that are left may still be being typed, it is looked again when they rest. */
  private next(): readonly LineEntry[] {
    const next = this.lines.next(BATCH, this.host.inView());
    const { rest } = this.lines;
    if (next.length === 0 && rest !== undefined) this.plan(rest);
    return next;
  }
}
