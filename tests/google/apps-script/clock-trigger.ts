import type { Execution } from "./execution";
import { mismatch, onlyFaked } from "./only-faked";
import type { StoredTrigger, Stores } from "./stores";

type Builder = GoogleAppsScript.Script.ClockTriggerBuilder;
export type Trigger = GoogleAppsScript.Script.Trigger;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ALLOWED = {
  everyMinutes: [1, 5, 10, 15, 30],
  everyHours: [1, 2, 4, 6, 8, 12],
} as const;
/** The most triggers of one person in one script. */
const MOST = 20;

/** A trigger as a script sees it. */
export function triggerFor(execution: Execution, stored: StoredTrigger): Trigger {
  const faked = {
    getUniqueId: () => stored.id,
    getHandlerFunction: () => stored.handler,
    getEventType: () => "CLOCK",
    getTriggerSource: () => "CLOCK",
    getTriggerSourceId: () => null,
  };
  return onlyFaked(faked, "Trigger", (error) => {
    execution.notFaked ??= error;
  }) as unknown as Trigger;
}

type Faked = Pick<
  Builder,
  | "after"
  | "at"
  | "atHour"
  | "nearMinute"
  | "everyDays"
  | "everyHours"
  | "everyMinutes"
  | "everyWeeks"
  | "onWeekDay"
  | "inTimezone"
  | "create"
>;

/** Builds a clock trigger under the rules for add-ons: one a person, at most once an hour. */
export class FakeClockTriggerBuilder implements Faked {
  private every: number | undefined;
  private wait: number | undefined;

  constructor(
    private readonly execution: Execution,
    private readonly stores: Stores,
    private readonly handler: string,
    private readonly isAddOn: boolean,
  ) {}

  private self(): Builder {
    return this as unknown as Builder;
  }

  private number(method: keyof Faked, given: readonly unknown[]): number {
    const wrong = mismatch(`ScriptApp.ClockTriggerBuilder.${method}`, given, ["number"]);
    if (wrong !== undefined) throw this.execution.exception(wrong);
    const [value] = given as readonly [number];
    const allowed: readonly number[] | undefined = ALLOWED[method as keyof typeof ALLOWED];
    if (allowed && !allowed.includes(value))
      throw this.execution.exception(`Invalid argument: ${value}. It must be one of ${allowed.join(", ")}.`);
    return value;
  }

  private repeat(every: number): Builder {
    if (this.every !== undefined) throw this.execution.exception("The frequency of this trigger is already set.");
    this.every = every;
    return this.self();
  }

  everyMinutes(...given: [number]): Builder {
    return this.repeat(this.number("everyMinutes", given) * MINUTE);
  }
  everyHours(...given: [number]): Builder {
    return this.repeat(this.number("everyHours", given) * HOUR);
  }
  everyDays(...given: [number]): Builder {
    return this.repeat(this.number("everyDays", given) * DAY);
  }
  everyWeeks(...given: [number]): Builder {
    return this.repeat(this.number("everyWeeks", given) * 7 * DAY);
  }
  after(...given: [number]): Builder {
    this.wait = this.number("after", given);
    return this.self();
  }
  at(date: GoogleAppsScript.Base.Date): Builder {
    this.wait = Math.max(0, date.getTime() - this.execution.workspace.clock.now());
    return this.self();
  }
  atHour(...given: [number]): Builder {
    this.number("atHour", given);
    return this.self();
  }
  nearMinute(...given: [number]): Builder {
    this.number("nearMinute", given);
    return this.self();
  }
  onWeekDay(): Builder {
    return this.repeat(7 * DAY);
  }
  inTimezone(): Builder {
    return this.self();
  }

  create(): Trigger {
    return this.execution.call("ScriptApp.newTrigger", () => {
      const { workspace, caller } = this.execution;
      const period = this.every ?? this.wait;
      if (period === undefined)
        throw this.execution.exception("The trigger has no time: call everyHours, after or another.");
      const own = this.stores.triggers.filter(({ user }) => user === caller.user);
      if (this.isAddOn && period < HOUR) {
        throw this.execution.exception("Clock events must be scheduled at least 1 hour(s) apart.");
      }
      if (this.isAddOn && own.length > 0) {
        throw this.execution.exception(
          "This add-on has created too many time-based triggers in this document for this Google user account.",
        );
      }
      if (own.length >= MOST) {
        throw this.execution.exception(
          "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
        );
      }
      const stored: StoredTrigger = {
        id: `${workspace.newNumber()}`,
        user: caller.user,
        handler: this.handler,
        every: this.every ?? 0,
        due: workspace.clock.now() + period,
      };
      this.stores.triggers = [...this.stores.triggers, stored];
      return triggerFor(this.execution, stored);
    });
  }
}
