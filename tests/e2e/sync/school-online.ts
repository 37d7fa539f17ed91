import { type Decision, decisionFromRow, decisionToRow } from "../../../core/index";
import { actAs } from "../../google/act-as";
import { scopes } from "../../google/caller";
import { type GoogleServer, startGoogle } from "../../google/http/google-server";
import { Workspace } from "../../google/workspace";
import { selfSigned } from "../../replica/self-signed";

export const ana = "ana@school.org";
export const ben = "ben@school.org";
export const CLIENT = "123-abc.apps.googleusercontent.com";
const HOSTS = ["sheets.googleapis.com", "www.googleapis.com", "accounts.google.com", "oauth2.googleapis.com"];

/** Google as a browser meets it: over TLS, under its own host names once the browser is led to `port`. */
export interface SchoolOnline {
  readonly google: GoogleServer;
  readonly workspace: Workspace;
  readonly port: number;
  readonly hosts: readonly string[];
  /** Id of the workbook that was made last. */
  newest(): string;
  /** What the Decisions sheet of a workbook holds. */
  rows(workbook: string): readonly Decision[];
  /** Ben writes a decision of his own into a workbook. */
  benDecides(workbook: string, decision: Decision): void;
  /** Whether Google would give Ana's browser a token without asking her: she agreed, and took nothing back. */
  agreed(): boolean;
}

/** Opens a school in which Ana is signed in to Google and a client with one redirect address is registered. */
export async function openSchoolOnline(redirect: string): Promise<SchoolOnline> {
  // Google's minutes pass in two seconds, so that its quota does not hold up the tests.
  const began = Date.now();
  const workspace = new Workspace({ clock: { now: () => began + (Date.now() - began) * 30 } });
  const clients = [{ id: CLIENT, project: "plumbline", redirectUris: [redirect] }];
  const google = await startGoogle({ workspace, clients, tls: selfSigned(HOSTS) });
  google.oauth.person = ana;
  return {
    google,
    workspace,
    port: Number(new URL(google.url).port),
    hosts: HOSTS,
    newest: () => [...workspace.books.keys()].at(-1) ?? "",
    rows: (workbook) =>
      (workspace.books.get(workbook)?.sheets[0]?.rows ?? []).flatMap((row) => {
        const reading = decisionFromRow(Array.from(row ?? [], (cell) => cell?.userEnteredValue?.stringValue ?? ""));
        return reading.ok ? [reading.decision] : [];
      }),
    benDecides: (spreadsheetId, decision) => {
      workspace.share(spreadsheetId, ben, "writer");
      actAs(workspace, ben).sheets(
        "spreadsheets.values.append",
        { spreadsheetId, range: "Decisions!A1", valueInputOption: "RAW" },
        { values: [decisionToRow({ ...decision, who: ben })] },
      );
    },
    agreed: () => {
      const asked = { client_id: CLIENT, redirect_uri: redirect, response_type: "token", prompt: "none" };
      const answer = google.oauth.authorize(new URLSearchParams({ ...asked, scope: scopes("drive.file").join(" ") }));
      return answer.kind === "redirect" && answer.to.includes("access_token=");
    },
  };
}
