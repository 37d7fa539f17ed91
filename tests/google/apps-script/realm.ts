import { createContext, runInContext } from "node:vm";

/** What a plain V8 context has and Apps Script has not. */
const ABSENT = ["console", "WebAssembly", "SharedArrayBuffer", "Atomics", "ShadowRealm"];

/** One bare JavaScript world, as each execution of a script has its own. */
export interface Realm {
  readonly globals: Record<string, unknown>;
  /** A plain value of the host as a value of this world. */
  value<T>(value: T): T;
  /** A list of this world with the very items given. */
  list<T>(items: readonly T[]): T[];
  error(name: string, message: string, more?: object): Error;
  run(source: string, name: string, timeout: number): unknown;
}

const DATE = `(function (now) {
  "use strict";
  var Real = Date;
  return new Proxy(Real, {
    construct: function (target, given, made) { return Reflect.construct(target, given.length === 0 ? [now()] : given, made); },
    apply: function () { return new Real(now()).toString(); },
    get: function (target, name) { return name === "now" ? now : target[name]; }
  });
})`;

/** Makes a bare world whose dates come from a clock. */
export function newRealm(now: () => number): Realm {
  const globals = createContext(Object.create(null)) as Record<string, unknown>;
  const run = (source: string, name = "realm", timeout = 60_000) =>
    runInContext(source, globals, { filename: name, timeout }) as unknown;
  for (const name of ABSENT) run(`delete globalThis.${name}`);
  // Whether Google has it is not known, so nothing may rely on it.
  run("delete Intl.Segmenter");
  globals.Date = (run(DATE) as (now: () => number) => unknown)(now);
  const parse = run("JSON.parse") as (text: string) => never;
  const from = run("Array.from") as <T>(items: readonly T[]) => T[];
  const fail = run("(function (message) { return new Error(message); })") as (message: string) => Error;
  return {
    globals,
    value: (value) => (value === undefined ? value : parse(JSON.stringify(value))),
    list: (items) => from(items),
    error: (name, message, more) => Object.assign(fail(message), { name }, more),
    run,
  };
}
