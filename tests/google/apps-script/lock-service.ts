import { NotFaked } from "../api/api-error";
import type { Execution } from "./execution";
import { mismatch, onlyFaked } from "./only-faked";
import type { Stores } from "./stores";

type Lock = GoogleAppsScript.Lock.Lock;

class FakeLock implements Lock {
  constructor(
    private readonly execution: Execution,
    private readonly locks: Map<string, number>,
    private readonly name: string,
  ) {}

  private take(timeout: number): boolean {
    const holder = this.locks.get(this.name);
    if (holder !== undefined && holder !== this.execution.id) {
      // Whoever holds it cannot go on before this execution does, so all of the time is waited in vain.
      this.execution.wait(timeout);
      return false;
    }
    this.locks.set(this.name, this.execution.id);
    return true;
  }

  private check(method: string, given: readonly unknown[]): void {
    const wrong = mismatch(`LockService.Lock.${method}`, given, ["number"]);
    if (wrong !== undefined) throw this.execution.exception(wrong);
  }

  hasLock(): boolean {
    return this.execution.call("Lock.hasLock", () => this.locks.get(this.name) === this.execution.id);
  }

  releaseLock(): void {
    this.execution.call("Lock.releaseLock", () => {
      if (this.locks.get(this.name) === this.execution.id) this.locks.delete(this.name);
    });
  }

  tryLock(...given: [timeoutInMillis: number]): boolean {
    this.check("tryLock", given);
    return this.execution.call("Lock.tryLock", () => this.take(given[0]));
  }

  waitLock(...given: [timeoutInMillis: number]): void {
    this.check("waitLock", given);
    this.execution.call("Lock.waitLock", () => {
      if (this.take(given[0])) return;
      throw this.execution.exception("Lock timeout: another process was holding the lock for too long.");
    });
  }
}

/** Locks between executions of a script; an execution's end gives its locks back, however it ends. */
export class FakeLockService implements GoogleAppsScript.Lock.LockService {
  constructor(
    private readonly execution: Execution,
    private readonly stores: Stores,
  ) {}

  private lock(name: string): Lock {
    return onlyFaked(new FakeLock(this.execution, this.stores.locks, name), "Lock");
  }

  getScriptLock(): Lock {
    return this.lock("script");
  }

  getUserLock(): Lock {
    return this.lock(`user ${this.execution.caller.user}`);
  }

  getDocumentLock(): Lock {
    throw new NotFaked("LockService.getDocumentLock");
  }
}
