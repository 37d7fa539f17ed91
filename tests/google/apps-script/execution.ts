import { performance } from "node:perf_hooks";
import { ApiError, NotFaked } from "../api/api-error";
import { type Api, callApi } from "../api/method";
import type { Given } from "../api/parameters";
import type { Caller } from "../caller";
import type { Workspace } from "../workspace";
import type { Fault, Faults, ServiceCall } from "./faults";
import type { Realm } from "./realm";

/** Ends an execution. A script can catch it, but whatever service it calls afterwards ends it again, without effect. */
export class Killed extends Error {
  override readonly name = "Killed";
}

export interface ExecutionOptions {
  readonly workspace: Workspace;
  readonly realm: Realm;
  readonly caller: Caller;
  /** Milliseconds of the workspace's clock after which Google ends it. */
  readonly limit: number;
  readonly faults: Faults;
  /** Milliseconds that a call takes. */
  readonly latency: (name: string, answer: unknown) => number;
  /** Milliseconds of the workspace's clock for each that the script itself computes; 0 leaves computing out. */
  readonly computing: number;
  advance(milliseconds: number): void;
}

let executions = 0;

/** One run of a script: its calls to services, its time, and its end. */
export class Execution {
  readonly id: number;
  readonly calls: ServiceCall[] = [];
  readonly logs: string[] = [];
  /** Why Google ended it, or undefined while it may go on. */
  killed: string | undefined;
  /** The first call that these fakes do not know; the test must fail on it, whatever the script does. */
  notFaked: Error | undefined;
  /** Real milliseconds spent within the fakes. */
  serviceTime = 0;
  private readonly startedAt: number;
  private resumedAt: number;
  private depth = 0;

  constructor(private readonly options: ExecutionOptions) {
    this.id = ++executions;
    this.startedAt = options.workspace.clock.now();
    this.resumedAt = performance.now();
  }

  get workspace(): Workspace {
    return this.options.workspace;
  }
  get realm(): Realm {
    return this.options.realm;
  }
  get caller(): Caller {
    return this.options.caller;
  }
  get elapsed(): number {
    return this.workspace.clock.now() - this.startedAt;
  }

  /** Begins counting the script's own computing. */
  start(): void {
    this.resumedAt = performance.now();
  }

  /** Counts what the script computed since its last call; that too may have been too long. */
  finish(): void {
    if (this.killed !== undefined) return;
    this.wait((performance.now() - this.resumedAt) * this.options.computing);
  }

  exception(message: string): Error {
    return this.realm.error("Exception", message);
  }

  /** Refuses a call that the script's scopes do not allow. */
  need(scope: string, what: string): void {
    const url = `https://www.googleapis.com/auth/${scope}`;
    if (this.caller.scopes.includes(url)) return;
    throw this.exception(`Specified permissions are not sufficient to call ${what}. Required permissions: ${url}`);
  }

  /** Lets time pass; ends the execution where that is too long. */
  wait(milliseconds: number): void {
    this.options.advance(milliseconds);
    if (this.elapsed > this.options.limit) this.kill("Exceeded maximum execution time");
  }

  kill(reason: string): never {
    this.killed ??= reason;
    throw new Killed(this.killed);
  }

  /** Runs one call to a service: counts it, takes its time, and does to it what the test's faults say. */
  call<T>(name: string, effect: () => T): T {
    if (this.depth > 0) return effect();
    const entered = performance.now();
    this.depth++;
    try {
      if (this.killed !== undefined) throw new Killed(this.killed);
      this.wait((entered - this.resumedAt) * this.options.computing);
      const call = { index: this.calls.length + 1, name };
      this.calls.push(call);
      return this.faulty(call, effect);
    } catch (error) {
      if (error instanceof NotFaked) this.notFaked ??= error;
      throw error;
    } finally {
      this.depth--;
      this.resumedAt = performance.now();
      this.serviceTime += this.resumedAt - entered;
    }
  }

  private faulty<T>(call: ServiceCall, effect: () => T): T {
    const fault: Fault | undefined = this.options.faults(call);
    if (fault?.kind === "cut" && fault.when === "before") this.kill(`Cut before call ${call.index}, ${call.name}`);
    if (fault?.kind === "fail") {
      this.wait(this.options.latency(call.name, undefined));
      throw this.failure(call.name, fault.error);
    }
    if (fault?.kind === "meanwhile") fault.run();
    const answer = effect();
    this.wait(fault?.kind === "slow" ? fault.milliseconds : this.options.latency(call.name, answer));
    if (fault?.kind === "cut") this.kill(`Cut after call ${call.index}, ${call.name}`);
    return answer;
  }

  private failure(name: string, error: ApiError): Error {
    const method = /^(Sheets|Docs|Drive|Calendar)\.(.+)$/.exec(name);
    if (!method) return this.exception(error.message);
    const path = `${method[1]}.${method[2]}`.replace(/(^|\.)[A-Z]/g, (start) => start.toLowerCase());
    return this.realm.error("GoogleJsonResponseException", `API call to ${path} failed with error: ${error.message}`, {
      details: this.realm.value({
        code: error.code,
        message: error.message,
        errors: [{ domain: "global", message: error.message, reason: error.reason ?? "badRequest" }],
      }),
    });
  }

  /** Calls a Google API as an advanced service does; what it refuses is Apps Script's own kind of error. */
  api(api: Api, service: string, method: string, given: Given, body?: unknown): never {
    const name = `${service}.${method.replace(/(^|\.)[a-z](?=[^.]*\.)/g, (start) => start.toUpperCase())}`;
    return this.call(name, () => {
      try {
        const plain = JSON.parse(JSON.stringify(given)) as Given;
        return this.realm.value(callApi(this.workspace, api, method, this.caller, plain, body)) as never;
      } catch (error) {
        throw error instanceof ApiError ? this.failure(name, error) : error;
      }
    });
  }
}
