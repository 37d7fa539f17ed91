/** How far the workbook's refresh has come; kept in the workbook, so that everybody sees the same. */
export interface RunState {
  /** Who is at work, until when at the latest. A run that was cut off is given up then. */
  readonly lease?: Lease;
  /** When all sources were last looked at, in ISO form. */
  readonly lookedAt: string;
  /** What ran last, for the card. */
  readonly last: string;
  /** How long the workbook took to be brought up to date the last time. Milliseconds. */
  readonly writing: number;
  /** How lines were quoted when the rows of documents that are no longer in Sources were last gone over; "" for never. */
  readonly quoting: string;
  /** What was wrong with the folder when it was last looked at, for the card; "" for nothing. */
  readonly folder: string;
}

export interface Lease {
  readonly run: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The state from what is kept. */
export function runStateFrom(value: unknown): RunState {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const lease = given.lease as Record<string, unknown> | undefined;
  const isLease = typeof lease?.run === "string" && typeof lease.person === "string" && typeof lease.until === "number";
  return {
    lookedAt: typeof given.lookedAt === "string" ? given.lookedAt : "",
    last: typeof given.last === "string" ? given.last : "",
    writing: typeof given.writing === "number" ? given.writing : 0,
    folder: typeof given.folder === "string" ? given.folder : "",
    quoting: typeof given.quoting === "string" ? given.quoting : "",
    ...(isLease ? { lease: lease as unknown as Lease } : {}),
  };
}

/** The lease of another run that is still at work, if there is one. */
export function leaseOfOther({ lease }: RunState, run: string, now: Date): Lease | undefined {
  return lease && lease.run !== run && lease.until > now.getTime() ? lease : undefined;
}
