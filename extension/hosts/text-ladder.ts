import type { ReadingWay } from "../protocol";

/** From where the text can come, best first. */
export type TextWay = ReadingWay["text"];

/** Readings that must go wrong one after another before the next source is tried: pages load in pieces. */
const PATIENCE = 2;
/** Milliseconds for which the text may say other than the page before it counts as standing still. */
const STALE = 6000;

/**
 * Decides which source of the text is in use. Every source can stop answering at any time, or answer with what is long
 * past, and can come back; a better one is taken again as soon as it answers.
 */
export class TextLadder {
  way: TextWay = "none";
  private failures = 0;
  private disagreedSince: number | undefined;
  /** Set where the editor's own text stood still while the page went on. */
  stale = false;

  /** The editor's own text answered; `news`: with something else than the last time. */
  answered(news: boolean): void {
    this.failures = 0;
    if (news) {
      this.stale = false;
      this.disagreedSince = undefined;
    }
    if (!this.stale) this.way = "annotated";
  }

  failed(): void {
    this.failures++;
  }

  /** Whether a lesser source is to be asked. */
  get needsOther(): boolean {
    return this.stale || this.failures >= PATIENCE;
  }

  /** A lesser source answered, or none did. */
  fell(way: Exclude<TextWay, "annotated">): void {
    this.way = way;
  }

  /** The pages have come to show so much that the text, since it was last news, does not account for. */
  compared(unread: number, now: number): void {
    if (!unread) this.disagreedSince = undefined;
    else this.disagreedSince ??= now;
    if (this.way === "annotated" && now - (this.disagreedSince ?? now) > STALE) this.stale = true;
  }
}
