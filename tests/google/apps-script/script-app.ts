import { FakeClockTriggerBuilder, type Trigger, triggerFor } from "./clock-trigger";
import type { Execution } from "./execution";
import { onlyFaked } from "./only-faked";
import type { Stores } from "./stores";

type Service = GoogleAppsScript.Script.ScriptApp;
type Builder = GoogleAppsScript.Script.TriggerBuilder;

/** Triggers, and what a script may ask about itself. */
export class FakeScriptApp
  implements Pick<Service, "newTrigger" | "getProjectTriggers" | "deleteTrigger" | "getScriptId" | "getOAuthToken">
{
  readonly AuthMode = { NONE: "NONE", CUSTOM_FUNCTION: "CUSTOM_FUNCTION", LIMITED: "LIMITED", FULL: "FULL" };
  readonly EventType = { CLOCK: "CLOCK", ON_OPEN: "ON_OPEN", ON_EDIT: "ON_EDIT", ON_CHANGE: "ON_CHANGE" };
  readonly WeekDay = Object.fromEntries(
    ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"].map((day) => [day, day]),
  );

  constructor(
    private readonly execution: Execution,
    private readonly stores: Stores,
    private readonly scriptId: string,
    private readonly isAddOn: boolean,
  ) {}

  newTrigger(functionName: string): Builder {
    this.execution.need("script.scriptapp", "ScriptApp.newTrigger");
    if (typeof functionName !== "string") throw this.execution.exception("Invalid argument: functionName");
    const missing = (error: Error) => {
      this.execution.notFaked ??= error;
    };
    const timeBased = () =>
      onlyFaked(
        new FakeClockTriggerBuilder(this.execution, this.stores, functionName, this.isAddOn),
        "ClockTriggerBuilder",
        missing,
      );
    return onlyFaked({ timeBased }, "TriggerBuilder", missing) as unknown as Builder;
  }

  getProjectTriggers(): Trigger[] {
    this.execution.need("script.scriptapp", "ScriptApp.getProjectTriggers");
    return this.execution.call("ScriptApp.getProjectTriggers", () => {
      const own = this.stores.triggers.filter(({ user }) => user === this.execution.caller.user);
      return this.execution.realm.list(own.map((stored) => triggerFor(this.execution, stored)));
    });
  }

  deleteTrigger(trigger: Trigger): void {
    this.execution.need("script.scriptapp", "ScriptApp.deleteTrigger");
    this.execution.call("ScriptApp.deleteTrigger", () => {
      const id = trigger.getUniqueId();
      if (!this.stores.triggers.some((stored) => stored.id === id)) {
        throw this.execution.exception("The requested trigger was not found, so it cannot be deleted.");
      }
      this.stores.triggers = this.stores.triggers.filter((stored) => stored.id !== id);
    });
  }

  getScriptId(): string {
    return this.scriptId;
  }

  getOAuthToken(): string {
    return this.execution.call("ScriptApp.getOAuthToken", () => `token-of-${this.execution.caller.user}`);
  }
}
