import { NotFaked } from "../api/api-error";
import type { Execution } from "./execution";
import { mismatch, onlyFaked } from "./only-faked";
import type { Stores } from "./stores";

type Cache = GoogleAppsScript.Cache.Cache;
type Kept = Stores["caches"] extends Map<string, infer Store> ? Store : never;

const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const LONGEST = 21_600;
const USUAL = 600;
/** Above the first number of items, only the second number of those that live longest are kept. */
const [MOST, KEPT] = [1000, 900] as const;

class FakeCache implements Cache {
  constructor(
    private readonly execution: Execution,
    private readonly store: Kept,
  ) {}

  private check(
    method: string,
    given: readonly unknown[],
    kinds: readonly ("string" | "number" | "object")[],
    least?: number,
  ) {
    const wrong = mismatch(`CacheService.Cache.${method}`, given, kinds, least);
    if (wrong !== undefined) throw this.execution.exception(wrong);
  }

  private read(key: string): string | null {
    const item = this.store.get(key);
    return item && item.expires > this.execution.workspace.clock.now() ? item.value : null;
  }

  private write(key: string, value: unknown, seconds: number): void {
    if (typeof value !== "string") throw this.execution.exception("Invalid argument: value");
    if (key.length > KEY_CHARACTERS) throw this.execution.exception("Argument too large: key");
    if (Buffer.byteLength(value) > VALUE_BYTES) throw this.execution.exception("Argument too large: value");
    if (!(seconds >= 1 && seconds <= LONGEST)) throw this.execution.exception("Invalid argument: expirationInSeconds");
    this.store.set(key, { value, expires: this.execution.workspace.clock.now() + seconds * 1000 });
    if (this.store.size <= MOST) return;
    const byLife = [...this.store].sort(([, a], [, b]) => b.expires - a.expires);
    for (const [old] of byLife.slice(KEPT)) this.store.delete(old);
  }

  get(...given: [key: string]): string | null {
    this.check("get", given, ["string"]);
    return this.execution.call("Cache.get", () => this.read(given[0]));
  }

  getAll(...given: [keys: string[]]): { [key: string]: string } {
    this.check("getAll", given, ["object"]);
    return this.execution.call("Cache.getAll", () => {
      const found = given[0].flatMap((key): [string, string][] => {
        const value = this.read(key);
        return value === null ? [] : [[key, value]];
      });
      return this.execution.realm.value(Object.fromEntries(found));
    });
  }

  put(...given: [key: string, value: string, expirationInSeconds?: number]): void {
    this.check("put", given, ["string", "string", "number"], 2);
    this.execution.call("Cache.put", () => this.write(given[0], given[1], given[2] ?? USUAL));
  }

  putAll(...given: [values: { [key: string]: string }, expirationInSeconds?: number]): void {
    this.check("putAll", given, ["object", "number"], 1);
    this.execution.call("Cache.putAll", () => {
      for (const [key, value] of Object.entries(given[0])) this.write(key, value, given[1] ?? USUAL);
    });
  }

  remove(...given: [key: string]): void {
    this.check("remove", given, ["string"]);
    this.execution.call("Cache.remove", () => {
      this.store.delete(given[0]);
    });
  }

  removeAll(...given: [keys: string[]]): void {
    this.check("removeAll", given, ["object"]);
    this.execution.call("Cache.removeAll", () => {
      for (const key of given[0]) this.store.delete(key);
    });
  }
}

/** Caches, which may forget at any time and always do after 6 hours. */
export class FakeCacheService implements GoogleAppsScript.Cache.CacheService {
  constructor(
    private readonly execution: Execution,
    private readonly stores: Stores,
  ) {}

  private cache(name: string): Cache {
    const store: Kept = this.stores.caches.get(name) ?? new Map();
    this.stores.caches.set(name, store);
    return onlyFaked(new FakeCache(this.execution, store), "Cache");
  }

  getScriptCache(): Cache {
    return this.cache("script");
  }

  getUserCache(): Cache {
    return this.cache(`user ${this.execution.caller.user}`);
  }

  getDocumentCache(): Cache | null {
    throw new NotFaked("CacheService.getDocumentCache");
  }
}
