import type { Steps } from "../../core/index";
import type { Place } from "../protocol";
import { inSlices } from "../slices";
import { createAnnotatedText } from "./annotated-text";
import { DocumentLines } from "./document-lines";
import { exportText } from "./export-text";
import type { HostLine, LinesChange } from "./host";
import { TextLadder, type TextWay } from "./text-ladder";

/** What the text needs to know of the page, and tells of itself. */
export interface TextSurroundings {
  place(): Place | undefined;
  /** The text of what is in view and was, told from the page alone. */
  painted(): string;
  /** How much more than when the text was last taken in the pages show that it does not account for. */
  unread(): number;
  /** The lines that follow come from another source: what was known of lines is not known of these. */
  sourceChanged(): void;
  /** Called with places to pause before anything has changed for the listener. */
  changed(lines: readonly HostLine[], change: LinesChange, whole: boolean): Steps<void>;
  wayChanged(): void;
}

/** Milliseconds from a change of the page to reading the text, from the first of several at most, and without any. */
const SOON = 180;
const LATEST = 900;
const IDLE = 3000;
/** Milliseconds between two readings of the export: it is a request, and some seconds late anyway. */
const EXPORT_APART = 15_000;

/** The text of the open tab, from the best source that answers. */
export class DocumentText {
  private ladder = new TextLadder();
  private readonly annotated;
  private document = new DocumentLines();
  private source: TextWay = "none";
  private timer = 0;
  /** When the timer goes off, and when it is to; `performance.now()`. */
  private rings = 0;
  private due = 0;
  private firstAsked: number | undefined;
  private reading = false;
  private again = false;
  /** Counts documents and tabs: what was begun for another one is dropped. */
  private opened = 0;
  private exported: { readonly at: number; readonly text: string | undefined } | undefined;

  constructor(
    private readonly page: Document,
    private readonly around: TextSurroundings,
    private readonly signal: AbortSignal,
  ) {
    this.annotated = createAnnotatedText(page, signal);
    this.plan(0);
    signal.addEventListener("abort", () => clearTimeout(this.timer));
    page.addEventListener("visibilitychange", () => this.plan(0), { signal });
  }

  get lines(): readonly HostLine[] {
    return this.document.lines;
  }

  /** From where the lines are; `none` also where what was read before cannot be followed any more. */
  get way(): TextWay {
    return this.ladder.way === "none" ? "none" : this.source;
  }

  /** The page changed: the text is read again soon, not at every letter. */
  touch(): void {
    const now = performance.now();
    this.firstAsked ??= now;
    this.plan(Math.max(0, Math.min(SOON, this.firstAsked + LATEST - now)));
  }

  /** Another tab or document is open. */
  reset(): void {
    this.opened++;
    this.ladder = new TextLadder();
    this.annotated.forget();
    this.exported = undefined;
    this.document = new DocumentLines();
    this.source = "none";
    this.plan(0);
  }

  async caretLine(): Promise<number | undefined> {
    const offset = await this.annotated.caret();
    return offset === undefined || this.source !== "annotated" ? undefined : this.document.lineAt(offset);
  }

  private plan(delay: number): void {
    if (this.signal.aborted) return;
    this.due = performance.now() + delay;
    // At every letter it is put off: a timer that rings too early is wound up again, which costs less than to set one each time.
    if (this.timer !== 0 && this.rings <= this.due) return;
    clearTimeout(this.timer);
    this.rings = this.due;
    this.timer = Number(setTimeout(() => this.ring(), delay));
  }

  private ring(): void {
    this.timer = 0;
    const left = this.due - performance.now();
    if (left > 1) this.plan(left);
    else void this.read();
  }

  private async read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    this.firstAsked = undefined;
    try {
      const place = this.around.place();
      if (place && this.page.visibilityState === "visible") await this.readFrom(place);
    } finally {
      this.reading = false;
      this.plan(this.again ? SOON : IDLE);
      this.again = false;
    }
  }

  private async readFrom(place: Place): Promise<void> {
    const { ladder, opened } = this;
    const stillHere = () => {
      this.around.place();
      return opened === this.opened && !this.signal.aborted;
    };
    const answer = await this.annotated.read();
    if (!stillHere()) return this.annotated.forget();
    ladder.compared(this.around.unread(), performance.now());
    const gave = answer.kind !== "none" && answer.kind !== "caret";
    if (gave) ladder.answered(answer.kind !== "same");
    else ladder.failed();
    if (gave && !ladder.stale) {
      if (answer.kind === "whole") await this.take(answer.text, "annotated");
      else if (answer.kind === "patch") await this.patch(answer);
      else if (this.source !== "annotated") this.annotated.forget();
    } else if (ladder.needsOther) await this.readOther(place, stillHere);
    this.around.wayChanged();
  }

  private async patch(answer: { at: number; removed: number; inserted: string; length: number }): Promise<void> {
    const { opened } = this;
    const change =
      this.source === "annotated" ? await inSlices(this.document.patch(answer), this.signal, true) : undefined;
    if (opened !== this.opened) return;
    // A patch that does not fit was forged, or one before it was lost.
    if (!change || this.document.length !== answer.length) return this.annotated.forget();
    await inSlices(this.around.changed(this.document.lines, change, false), this.signal, true);
  }

  private async readOther(place: Place, stillHere: () => boolean): Promise<void> {
    const now = performance.now();
    if (!this.exported || now - this.exported.at > EXPORT_APART) {
      const text = await exportText(this.page.location, place.tab, this.signal);
      if (!stillHere()) return;
      this.exported = { at: now, text };
      if (text !== undefined) {
        this.ladder.fell("export");
        await this.take(text, "export");
      }
    }
    if (this.exported.text !== undefined) return this.ladder.fell("export");
    const painted = this.around.painted();
    this.ladder.fell(painted ? "painted" : "none");
    // What was read before is still the best that there is to show where nothing can be read.
    if (painted || this.source === "none") await this.take(painted, "painted");
  }

  private async take(text: string, source: TextWay): Promise<void> {
    const fresh = this.source === source;
    const document = fresh ? this.document : new DocumentLines(source === "export");
    const removed = this.document.lines.length;
    const { opened } = this;
    const change = await inSlices(document.replace(text), this.signal);
    if (!change || opened !== this.opened) return;
    const whole = fresh ? change : { at: 0, removed, inserted: document.lines };
    this.document = document;
    this.source = source;
    // First, so that lines are never taken to be read in the way of those before them.
    if (!fresh) this.around.sourceChanged();
    await inSlices(this.around.changed(document.lines, whole, true), this.signal);
  }
}
