import * as z from "zod/mini";
import type { GoogleAddresses } from "../google-addresses";
import { createGoogleApi } from "../google-api";
import type { TokenAnswer } from "../round";
import { type Authorized, authorize, type Flow } from "./authorize";

/** A token as it is held while the browser is open. */
export interface HeldToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A value that outlives the worker. */
export interface Item<Value> {
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
}

export interface SessionParts {
  readonly flow: Flow;
  readonly google: GoogleAddresses;
  readonly fetch: typeof globalThis.fetch;
  clientId(): Promise<string | undefined>;
  readonly account: Item<{ readonly address: string } | null>;
  readonly held: Item<HeldToken | null>;
  now(): number;
  /** Something that nobody can guess. */
  unguessable(): string;
}

/** Milliseconds before its end at which a token counts as gone. */
const EARLY = 60_000;

const aboutSchema = z.object({ user: z.object({ emailAddress: z._default(z.string(), "") }) });

/** A person's session with Google: off until they sign in, renewed without them, ended and revoked when they sign out. */
export function createSession(parts: SessionParts) {
  const { flow, google, account, held, now } = parts;

  const ask = async (interactive: boolean, address?: string): Promise<Authorized | undefined> => {
    const clientId = await parts.clientId();
    if (!clientId) return undefined;
    const answer = await authorize(flow, {
      signIn: google.signIn,
      clientId,
      interactive,
      state: parts.unguessable(),
      ...(address ? { address } : {}),
    });
    if (answer.ok) await held.setValue({ token: answer.token, expires: now() + answer.seconds * 1000 });
    return answer;
  };

  /** A token that is still good; never `refused`, which Google did not take. */
  const token = async (refused?: string): Promise<TokenAnswer> => {
    const who = await account.getValue();
    if (!who) return { is: "signed out" };
    const last = await held.getValue();
    if (last && last.token !== refused && last.expires - EARLY > now()) return { is: "token", token: last.token };
    const answer = await ask(false, who.address);
    if (answer?.ok) return { is: "token", token: answer.token };
    await held.setValue(null);
    return { is: answer?.why === "offline" ? "later" : "sign in" };
  };

  return {
    token,

    /** Signs a person in, in Google's own window. `undefined`: there is no client id. Must follow a click. */
    async signIn(): Promise<(Authorized & { readonly address?: string }) | undefined> {
      const answer = await ask(true, (await account.getValue())?.address);
      if (!answer?.ok) return answer;
      const about = await createGoogleApi(parts.fetch, answer.token)(
        "GET",
        `${google.drive}/drive/v3/about?fields=user(emailAddress)`,
        aboutSchema,
      );
      // Without it a renewal cannot say whose account it is for; Google then asks the person.
      const address = about.ok ? about.value.user.emailAddress : "";
      await account.setValue({ address });
      return { ...answer, address };
    },

    /** Signs out and has Google forget what the person allowed. Gives whether Google was asked. What waits to be sent stays. */
    async signOut(): Promise<boolean> {
      const access = await token();
      await account.setValue(null);
      await held.setValue(null);
      if (access.is !== "token") return false;
      // Google's address for this answers no script of another origin; the form arrives all the same.
      const asked = parts.fetch(`${google.tokens}/revoke`, {
        method: "POST",
        mode: "no-cors",
        body: new URLSearchParams({ token: access.token }),
      });
      return asked.then(
        () => true,
        () => false,
      );
    },
  };
}

export type Session = ReturnType<typeof createSession>;
