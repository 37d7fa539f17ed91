import type { Execution } from "./execution";
import { onlyFaked } from "./only-faked";

type Service = GoogleAppsScript.Base.Session;
type User = GoogleAppsScript.Base.User;

/** Who runs the script. */
export class FakeSession
  implements
    Pick<
      Service,
      "getActiveUser" | "getEffectiveUser" | "getActiveUserLocale" | "getScriptTimeZone" | "getTemporaryActiveUserKey"
    >
{
  constructor(
    private readonly execution: Execution,
    private readonly timeZone: string,
  ) {}

  private user(method: string): User {
    this.execution.need("userinfo.email", `Session.${method}`);
    const email = this.execution.caller.user;
    return onlyFaked({ getEmail: () => email, toString: () => email }, "User") as unknown as User;
  }

  getActiveUser(): User {
    return this.execution.call("Session.getActiveUser", () => this.user("getActiveUser"));
  }

  getEffectiveUser(): User {
    return this.execution.call("Session.getEffectiveUser", () => this.user("getEffectiveUser"));
  }

  getActiveUserLocale(): string {
    return "en";
  }

  getScriptTimeZone(): string {
    return this.timeZone;
  }

  /** Google changes the key every 30 days; here it stays. */
  getTemporaryActiveUserKey(): string {
    return this.execution.call("Session.getTemporaryActiveUserKey", () => {
      const { user, project } = this.execution.caller;
      return Buffer.from(`${project} ${user}`).toString("base64url");
    });
  }
}
