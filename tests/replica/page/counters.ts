/** What the page counts of itself. Times are milliseconds of `performance.now()`. */
export class Counters {
  /** Times at which the page was painted, and how many lines each time. */
  readonly paints: { readonly at: number; readonly lines: number }[] = [];
  /** For each key that changed the text: when it was pressed, and how long until it was painted. */
  readonly keys: { readonly at: number; readonly took: number }[] = [];
  /** How often somebody moved the selection through the annotated text. */
  setSelections = 0;
  /** How often somebody asked for the annotated text. */
  textReads = 0;
  private pressed: number[] = [];
  private frames: number[] | undefined;

  key(at: number): void {
    this.pressed.push(at);
  }

  painted(lines: number): void {
    const now = performance.now();
    this.paints.push({ at: now, lines });
    for (const at of this.pressed.splice(0)) this.keys.push({ at, took: now - at });
  }

  /** How many keys a second came to paint, from the first one's press to the last one's paint. */
  keysPerSecond(): number {
    const [first] = this.keys;
    const last = this.keys.at(-1);
    return first && last ? (1000 * this.keys.length) / (last.at + last.took - first.at) : 0;
  }

  /** Starts counting frames. */
  watchFrames(): void {
    const frames: number[] = [];
    this.frames = frames;
    const tick = (now: number) => {
      if (this.frames !== frames) return;
      frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  /** Ends counting: how many frames came, and how many were left out, taking the middle interval as that of the screen. */
  framesSeen(): { readonly shown: number; readonly dropped: number; readonly interval: number } {
    const times = this.frames ?? [];
    this.frames = undefined;
    const gaps = times.slice(1).map((time, at) => time - (times[at] as number));
    const interval = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / interval) - 1), 0);
    return { shown: gaps.length, dropped, interval };
  }

  reset(): void {
    this.paints.length = 0;
    this.keys.length = 0;
    this.setSelections = 0;
    this.textReads = 0;
  }
}
