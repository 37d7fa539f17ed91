import type { Services } from "./services";

const KEY = "opening";

/**
 * Remembers which document was being opened, since a run that takes too long is ended without a word: what is still
 * remembered when the next one starts is what the last one died of.
 */
export class SlowDocuments {
  private readonly tries: Record<string, number>;
  private opening: string | undefined;

  constructor(private readonly cache: Services["cache"]) {
    this.tries = triesFrom(cache.get(KEY));
  }

  /** How often a run died of this document. */
  timesOf(id: string): number {
    return this.tries[id] ?? 0;
  }

  /** To be called before a document is opened. */
  open(id: string): void {
    this.forget();
    this.tries[id] = this.timesOf(id) + 1;
    this.opening = id;
    this.cache.put(KEY, JSON.stringify(this.tries));
  }

  /** To be called when documents have been opened, or refused; saved with the next one, or by `close`. */
  private forget(): void {
    if (this.opening !== undefined) delete this.tries[this.opening];
    this.opening = undefined;
  }

  /** To be called after the last document. */
  close(): void {
    if (this.opening === undefined) return;
    this.forget();
    this.cache.put(KEY, JSON.stringify(this.tries));
  }
}

function triesFrom(kept: string | null): Record<string, number> {
  try {
    const value: unknown = JSON.parse(kept ?? "{}");
    const pairs = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(pairs.filter((pair): pair is [string, number] => typeof pair[1] === "number"));
  } catch {
    return {};
  }
}
