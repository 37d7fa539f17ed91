import { browser } from "wxt/browser";
import { db } from "../../db";
import { who } from "../../settings";
import { rubricInForce } from "../rubric-in-force";
import { createDesk, type Desk } from "./desk";
import { GOOGLE } from "./google-addresses";
import * as kept from "./kept";
import { type Round, round } from "./round";
import { createSender, type Sender } from "./sender";
import { clientId } from "./sign-in/client-id";
import { redirectAddress } from "./sign-in/redirect";
import { createSession } from "./sign-in/session";
import { createSyncStore } from "./sync-store";

const LOCK = "plumbline-workbook";

/** The client with which this browser asks Google, or `undefined`. */
export const knownClientId = (): Promise<string | undefined> =>
  clientId(() => browser.storage.managed.get(), import.meta.env.WXT_GOOGLE_CLIENT_ID);

/** The exchange with the team's workbook in a page or the worker of the extension; any of them may run it. */
export function openSync(went: (round: Round) => void | Promise<void>): {
  readonly sender: Sender;
  readonly desk: Desk;
} {
  const ask: typeof fetch = (...given) => fetch(...given);
  const session = createSession({
    flow: {
      // Asked for when it is needed: the permission may be given only then.
      get redirect() {
        return redirectAddress(browser.identity.getRedirectURL());
      },
      launch: async (url, interactive) => (await browser.identity.launchWebAuthFlow({ url, interactive })) ?? "",
      // Any answer will do, read or not.
      reachable: () =>
        ask(`${GOOGLE.tokens}/tokeninfo`, { mode: "no-cors", cache: "no-store" }).then(
          () => true,
          () => false,
        ),
    },
    google: GOOGLE,
    fetch: ask,
    clientId: knownClientId,
    account: kept.account,
    held: kept.heldToken,
    now: Date.now,
    unguessable: () => crypto.randomUUID(),
  });
  const store = createSyncStore(db);
  const sender = createSender({
    round: (asked) =>
      round(
        {
          store,
          fetch: ask,
          sheets: GOOGLE.sheets,
          token: session.token,
          workbook: async () => (await kept.workbook.getValue())?.id,
          now: Date.now,
          random: Math.random,
        },
        asked,
      ),
    // The browser lets go of a lock whose holder is gone.
    alone: async (work) => navigator.locks.request(LOCK, work),
    went,
  });
  const desk = createDesk({
    db,
    session,
    sender,
    google: GOOGLE,
    fetch: ask,
    workbook: kept.workbook,
    who,
    codes: async () => (await rubricInForce()).rubric.indicators.map(({ code }) => code),
  });
  return { sender, desk };
}
