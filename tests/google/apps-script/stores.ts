/** What Apps Script keeps for a script between its executions. */
export interface Stores {
  /** Properties by store ("script", or "user" and the person), then by key. */
  readonly properties: Map<string, Map<string, string>>;
  /** Cached values by cache, then by key. Times are milliseconds since 1970. */
  readonly caches: Map<string, Map<string, { readonly value: string; readonly expires: number }>>;
  /** Who holds a lock, by lock: the id of an execution, or 0 for someone outside of the test's executions. */
  readonly locks: Map<string, number>;
  triggers: readonly StoredTrigger[];
  /** Milliseconds that triggers ran, by person and day. */
  readonly triggerTime: Map<string, number>;
}

/** A clock trigger of one person. Times are milliseconds. */
export interface StoredTrigger {
  readonly id: string;
  readonly user: string;
  readonly handler: string;
  /** 0 for a trigger that fires once. */
  readonly every: number;
  readonly due: number;
}

export const newStores = (): Stores => ({
  properties: new Map(),
  caches: new Map(),
  locks: new Map(),
  triggers: [],
  triggerTime: new Map(),
});
