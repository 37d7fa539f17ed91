import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { type Decision, decisionFromRow } from "../../../../core/index";
import { PlumblineDb } from "../../../../extension/db";
import { createGoogleApi } from "../../../../extension/services/sync/google-api";
import type { RoundParts } from "../../../../extension/services/sync/round";
import { createSyncStore } from "../../../../extension/services/sync/sync-store";
import { addDecisionsSheet, makeSpreadsheet } from "../../../../extension/services/sync/workbook/choose-workbook";
import { scopes } from "../../../google/caller";
import { ManualClock } from "../../../google/clock";
import { type GoogleServer, startGoogle } from "../../../google/http/google-server";
import { seeded } from "../../../google/random";
import { Workspace } from "../../../google/workspace";

export const ana = "ana@school.org";
export const ben = "ben@school.org";
export const CLIENT = "client-1.apps.googleusercontent.com";
export const REDIRECT = "https://abcdefgh.chromiumapp.org/";
const PROJECT = "plumbline";
export const FILE = scopes("drive.file");

/** A school with Google's services and a team's workbook, which Ana made from the extension and shared with Ben. */
export interface School {
  readonly google: GoogleServer;
  readonly workspace: Workspace;
  readonly clock: ManualClock;
  readonly workbook: string;
  /** What the Decisions sheet holds below its head: the usable decisions, row by row. */
  rows(): readonly Decision[];
  /** The cells of the Decisions sheet, heads and all. */
  cells(): readonly (readonly unknown[])[];
}

export async function openSchool(): Promise<School> {
  const clock = new ManualClock();
  const workspace = new Workspace({ clock });
  const google = await startGoogle({
    workspace,
    clients: [{ id: CLIENT, project: PROJECT, redirectUris: [REDIRECT] }],
  });
  google.oauth.person = ana;
  const api = createGoogleApi(fetch, google.oauth.issue(CLIENT, ana, FILE));
  const made = await makeSpreadsheet(api, google.url, "Our coverage");
  if (!made.ok) throw new Error(made.failure.kind);
  const workbook = made.value.id;
  const added = await addDecisionsSheet(api, google.url, workbook, ["SL3", "DU1"]);
  if (!added.ok) throw new Error(added.failure.kind);
  workspace.share(workbook, ben, "writer");
  workspace.grant(ben, PROJECT, workbook);
  const cells = () =>
    (workspace.books.get(workbook)?.sheets[0]?.rows ?? []).map((row) =>
      Array.from(row ?? [], (cell) => Object.values(cell?.userEnteredValue ?? {})[0] ?? ""),
    );
  return {
    google,
    workspace,
    clock,
    workbook,
    cells,
    rows: () =>
      cells()
        .slice(1)
        .flatMap((row) => {
          const reading = decisionFromRow(row);
          return reading.ok ? [reading.decision] : [];
        }),
  };
}

/** A browser of its own: its store outlives the worker. */
export function newBrowser(): PlumblineDb {
  Dexie.dependencies.indexedDB = new IDBFactory();
  return new PlumblineDb();
}

/** A person's rights at Google, as the browser has them. */
export function access({ google }: School, person: string): RoundParts["token"] {
  let held: string | undefined;
  return async (refused) => {
    if (held === undefined || held === refused) held = google.oauth.issue(CLIENT, person, FILE);
    return { is: "token", token: held };
  };
}

/** What a round needs of one browser. */
export function parts(school: School, db: PlumblineDb, person: string, seed = 1): RoundParts {
  return {
    store: createSyncStore(db),
    fetch,
    sheets: school.google.url,
    token: access(school, person),
    workbook: async () => school.workbook,
    now: () => school.clock.now(),
    random: seeded(seed),
  };
}
