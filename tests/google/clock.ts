/** Tells the time in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** A clock that only a test moves. */
export class ManualClock implements Clock {
  constructor(private at: number = Date.UTC(2026, 8, 7, 8)) {}

  now(): number {
    return this.at;
  }

  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError("A clock does not run backwards.");
    this.at += milliseconds;
  }
}
