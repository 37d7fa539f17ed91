import type { PlumblineDb } from "../../db";
import { isMine } from "../whose";
import type { GoogleAddresses } from "./google-addresses";
import { createGoogleApi, type Failure, type GoogleApi } from "./google-api";
import type { Round } from "./round";
import type { Sender } from "./sender";
import type { Item, Session } from "./sign-in/session";
import { SIGN_IN_WORDS, TROUBLE_WORDS } from "./wording";
import {
  addDecisionsSheet,
  type ChosenWorkbook,
  lookAtWorkbook,
  makeSpreadsheet,
  workbookIdIn,
} from "./workbook/choose-workbook";

/** What came of something a person asked for, in words. `steps` are what they can do where it did not work. */
export interface Said {
  readonly words: string;
  readonly steps: readonly string[];
}

export interface DeskParts {
  readonly db: PlumblineDb;
  readonly session: Session;
  readonly sender: Sender;
  readonly google: GoogleAddresses;
  readonly fetch: typeof globalThis.fetch;
  readonly workbook: Item<ChosenWorkbook | null>;
  /** The name that goes with decisions. */
  readonly who: Item<string>;
  /** Codes of the rubric in force, for the sheet's drop-down. */
  codes(): Promise<readonly string[]>;
}

/** What a person can do about the team's workbook. Nothing here throws. */
export function createDesk(parts: DeskParts) {
  const { session, sender, workbook, google } = parts;

  const withApi = async (work: (api: GoogleApi) => Promise<Said>): Promise<Said> => {
    const access = await session.token();
    if (access.is === "token") return work(createGoogleApi(parts.fetch, access.token));
    if (access.is === "later") return said(SIGN_IN_WORDS.offline);
    return said(TROUBLE_WORDS["sign in"].title, TROUBLE_WORDS["sign in"].steps);
  };

  const use = async (chosen: ChosenWorkbook): Promise<Said> => {
    await workbook.setValue({ id: chosen.id, title: chosen.title });
    await parts.db.sync.clear();
    return inWords(await sender.sendNow());
  };

  return {
    async signIn(): Promise<Said> {
      const answer = await session.signIn();
      if (!answer) return said("This Plumbline was set up without a connection to Google.");
      if (!answer.ok) return said(SIGN_IN_WORDS[answer.why]);
      if (answer.address) await nameUnsent(parts, answer.address);
      if (await workbook.getValue()) return inWords(await sender.sendNow());
      return said("You are signed in. Choose your team's workbook next.");
    },

    async signOut(): Promise<Said> {
      if (await session.signOut())
        return said("You are signed out, and Google was asked to forget what you allowed. Nothing here was deleted.");
      return said("You are signed out here, but Google could not be asked to forget what you allowed.", [
        "To have it forgotten, open myaccount.google.com/connections, choose Plumbline and take its access away.",
      ]);
    },

    makeWorkbook: (title: string): Promise<Said> =>
      withApi(async (api) => {
        const made = await makeSpreadsheet(api, google.sheets, title);
        if (!made.ok) return failed(made.failure);
        // Chosen at once: should the next step fail, it can be done again on the same spreadsheet.
        await workbook.setValue(made.value);
        const added = await addDecisionsSheet(api, google.sheets, made.value.id, await parts.codes());
        return added.ok ? use(made.value) : failed(added.failure);
      }),

    useWorkbook: (link: string): Promise<Said> => {
      const id = workbookIdIn(link);
      if (!id)
        return Promise.resolve(
          said("This is no link to a Google spreadsheet. Open the workbook, copy the address, and paste it here."),
        );
      return withApi(async (api) => {
        const looked = await lookAtWorkbook(api, google.sheets, id);
        return looked.ok ? use(looked.value) : failed(looked.failure);
      });
    },

    addSheet: (): Promise<Said> =>
      withApi(async (api) => {
        const chosen = await workbook.getValue();
        if (!chosen) return said("Choose a workbook first.");
        const added = await addDecisionsSheet(api, google.sheets, chosen.id, await parts.codes());
        return added.ok ? use(chosen) : failed(added.failure);
      }),

    sendNow: async (): Promise<Said> => inWords(await sender.sendNow()),

    /** Offers all that was decided here to the workbook that is chosen now: for a new workbook in place of a lost one. */
    async sendAll(): Promise<Said> {
      const ids = await parts.db.decisions.toCollection().primaryKeys();
      await parts.db.outbox.bulkPut(ids.map((id) => ({ id })));
      return inWords(await sender.sendNow());
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** Decisions without a name would count as one person's, whoever made them; those that have not left this computer get one. */
async function nameUnsent({ db, who }: DeskParts, address: string): Promise<void> {
  if (await who.getValue()) return;
  await who.setValue(address);
  await db.transaction("rw", [db.outbox, db.decisions], async () => {
    const ids = (await db.outbox.toArray()).filter(({ copied }) => !copied).map(({ id }) => id);
    const unnamed = (await db.decisions.bulkGet(ids)).filter((one) => one !== undefined && isMine(one, ""));
    await db.decisions.bulkPut(unnamed.flatMap((one) => (one ? [{ ...one, who: address }] : [])));
  });
}

const said = (words: string, steps: readonly string[] = []): Said => ({ words, steps });

const decisions = (n: number): string => `${n} ${n === 1 ? "decision" : "decisions"}`;

function inWords(round: Round): Said {
  if (round.is === "done")
    return said(
      round.sent + round.received === 0
        ? "Everything is in the workbook already."
        : `Sent ${decisions(round.sent)}; ${decisions(round.received)} of colleagues came back.`,
    );
  if (round.is === "later")
    return said("Google could not take it just now. Plumbline tries again by itself; nothing is lost.");
  if (round.is === "off") return said("Sign in and choose a workbook first.");
  return said(TROUBLE_WORDS[round.trouble].title, TROUBLE_WORDS[round.trouble].steps);
}

function failed(failure: Failure): Said {
  if (failure.kind === "passing") return said("Google could not do it just now. Try again in a minute.");
  const trouble = failure.kind === "unsigned" ? "sign in" : failure.kind;
  return said(TROUBLE_WORDS[trouble].title, TROUBLE_WORDS[trouble].steps);
}
