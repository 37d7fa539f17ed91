/// <reference types="google-apps-script" />
import { performance } from "node:perf_hooks";
import { NotFaked } from "../api/api-error";
import { ManualClock } from "../clock";
import type { Workspace } from "../workspace";
import type { AdvancedService } from "./advanced-services";
import { partOf, type Tree } from "./cards/builders";
import { Execution, Killed } from "./execution";
import { type Faults, noFaults } from "./faults";
import { installGlobals } from "./globals";
import { usualLatency } from "./latency";
import { newRealm } from "./realm";
import { newStores, type StoredTrigger, type Stores } from "./stores";

/** The part of `appsscript.json` that decides what a script may do. */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: { readonly enabledAdvancedServices?: readonly AdvancedService[] };
}

export interface ProjectOptions {
  readonly workspace: Workspace;
  /** The built script, as it is pushed to Google. */
  readonly bundle: string;
  readonly manifest: Manifest;
  /** The Cloud project; an extension with the same one shares its grants of files. */
  readonly project?: string;
  readonly isAddOn?: boolean;
  /** Decides how long triggers may run in a day: 90 minutes for a consumer, 6 hours in Workspace (the default). */
  readonly account?: keyof typeof TRIGGER_TIME;
  readonly latency?: (name: string, answer: unknown) => number;
  /** How much of the workspace's time each millisecond of the script's own computing takes; 0 by default. */
  readonly computing?: number;
}

export interface RunOptions {
  readonly user: string;
  readonly event?: object;
  /** Milliseconds until Google ends it: 30 s for a card (the default), 6 minutes for a trigger or by hand. */
  readonly limit?: number;
  readonly faults?: Faults;
  /** The scopes that the person has given; all of the manifest's by default. */
  readonly scopes?: readonly string[];
}

/** Milliseconds that a person's triggers may run in a day. */
const TRIGGER_TIME = { consumer: 90 * 60_000, workspace: 6 * 3_600_000 } as const;
const DAY = 86_400_000;

export const CARD_LIMIT = 30_000;
export const SCRIPT_LIMIT = 360_000;

/** How a run ended and what it did. Times are milliseconds; `elapsed` is the workspace's time, `scriptTime` real computing. */
export type Outcome = (
  | { readonly status: "done"; readonly value: unknown }
  | {
      readonly status: "failed";
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    }
  | { readonly status: "killed"; readonly reason: string }
) & {
  readonly calls: readonly string[];
  readonly logs: readonly string[];
  readonly elapsed: number;
  readonly loadTime: number;
  readonly scriptTime: number;
};

/** Real milliseconds after which a script that calls no service is taken to run for ever. */
const ENDLESS = 120_000;

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  const part = partOf(value);
  if (part) return part.tree();
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
};

/** What the add-ons platform takes from a function that a card or the manifest names. */
const SHOWN = [
  "Card",
  "ActionResponse",
  "UniversalActionResponse",
  "EditorFileScopeActionResponse",
  "DriveItemsSelectedActionResponse",
];
const isShown = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0 && value.every(isShown)
    : SHOWN.includes((value as Partial<Tree> | null)?.kind ?? "");

/** A script as Google keeps it: its code, and what stays between its executions. */
export class ScriptProject {
  readonly stores: Stores = newStores();

  constructor(private readonly options: ProjectOptions) {}

  /** Runs one function in a fresh world, over the stores and the workspace as they are. */
  run(functionName: string, { user, event, limit = CARD_LIMIT, faults = noFaults, scopes }: RunOptions): Outcome {
    const { workspace, bundle, manifest, project = "project-1", computing = 0, latency = usualLatency } = this.options;
    const realm = newRealm(() => workspace.clock.now());
    const execution = new Execution({
      workspace,
      realm,
      caller: { user, project, scopes: scopes ?? manifest.oauthScopes ?? [] },
      limit,
      faults,
      latency,
      computing,
      advance(milliseconds) {
        if (workspace.clock instanceof ManualClock) workspace.clock.advance(milliseconds);
      },
    });
    installGlobals(execution, this.stores, manifest, this.options.isAddOn ?? true);
    const started = performance.now();
    let loaded = started;
    let outcome:
      | Pick<Extract<Outcome, { status: "done" }>, "status" | "value">
      | Pick<Extract<Outcome, { status: "failed" }>, "status" | "error">;
    try {
      execution.start();
      realm.run(bundle, "Code.gs", ENDLESS);
      loaded = performance.now();
      const entry = realm.globals[functionName];
      if (typeof entry !== "function") throw new Error(`Script function not found: ${functionName}`);
      realm.globals.__event = realm.value(event);
      const call = `(function () { var event = __event; delete globalThis.__event; return ${functionName}(event); })()`;
      const value = realm.run(call, "call", ENDLESS);
      execution.finish();
      outcome = { status: "done", value: plain(value) };
    } catch (error) {
      const { name = "Error", message = String(error), stack = "" } = (error ?? {}) as Partial<Error>;
      outcome = { status: "failed", error: { name, message, stack } };
      if (error instanceof NotFaked) execution.notFaked ??= error;
      if (error instanceof Killed) execution.killed ??= error.message;
    }
    for (const [lock, holder] of this.stores.locks) if (holder === execution.id) this.stores.locks.delete(lock);
    if (execution.notFaked) throw execution.notFaked;
    const ended = execution.killed === undefined ? outcome : ({ status: "killed", reason: execution.killed } as const);
    return {
      ...ended,
      calls: execution.calls.map(({ name }) => name),
      logs: execution.logs,
      elapsed: execution.elapsed,
      loadTime: loaded - started,
      scriptTime: performance.now() - started - execution.serviceTime,
    };
  }

  /** Runs a function for a card, as a host application does: what it gives must be a card or an answer to a press. */
  runCard(functionName: string, options: Omit<RunOptions, "limit">): Outcome {
    const outcome = this.run(functionName, { ...options, limit: CARD_LIMIT });
    if (outcome.status !== "done" || isShown(outcome.value)) return outcome;
    const message =
      "The value returned from Apps Script has a type that cannot be used by the add-ons platform. Also make sure to call 'build' on any builder before returning it.";
    const { value, ...rest } = outcome;
    return {
      ...rest,
      status: "failed",
      error: { name: "Error", message: `${message} Value: ${JSON.stringify(value)}`, stack: "" },
    };
  }

  /** The clock triggers whose time has come. */
  dueTriggers(): readonly StoredTrigger[] {
    return this.stores.triggers.filter(({ due }) => due <= this.options.workspace.clock.now());
  }

  /**
   * Runs every clock trigger whose time has come, once each, as the person who made it; those of a person whose triggers
   * have run too long today are not run.
   */
  runDueTriggers(options: Omit<RunOptions, "user" | "limit" | "event"> = {}): readonly Outcome[] {
    const now = this.options.workspace.clock.now();
    const most = TRIGGER_TIME[this.options.account ?? "workspace"];
    return this.dueTriggers().flatMap((trigger) => {
      this.stores.triggers = this.stores.triggers.flatMap((one) => {
        if (one.id !== trigger.id) return [one];
        return one.every === 0 ? [] : [{ ...one, due: now + one.every }];
      });
      const day = `${trigger.user} ${Math.floor(now / DAY)}`;
      const spent = this.stores.triggerTime.get(day) ?? 0;
      if (spent >= most) return [];
      const event = { authMode: "FULL", triggerUid: trigger.id, timezone: "UTC" };
      const outcome = this.run(trigger.handler, { ...options, user: trigger.user, limit: SCRIPT_LIMIT, event });
      this.stores.triggerTime.set(day, spent + outcome.elapsed);
      return [outcome];
    });
  }

  /** Forgets what is cached, as Google may at any time. */
  clearCaches(): void {
    this.stores.caches.clear();
  }

  /** Someone else holds the script's lock until the function that this gives is called. */
  holdScriptLock(): () => void {
    this.stores.locks.set("script", 0);
    return () => this.stores.locks.delete("script");
  }
}
