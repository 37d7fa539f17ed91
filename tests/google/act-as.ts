import { type Api, callApi } from "./api/method";
import type { Given } from "./api/parameters";
import { calendarApi } from "./calendar/calendar-api";
import { type Caller, OWN_SCREENS, scopes } from "./caller";
import { docsApi } from "./docs/docs-api";
import { driveApi } from "./drive/drive-api";
import { sheetsApi } from "./sheets/sheets-api";
import type { Workspace } from "./workspace";

type CallAs = <Answer = Record<string, unknown>>(method: string, given?: Given, body?: unknown) => Answer;

/** Google's APIs in one person's hands. */
export interface Acting {
  readonly caller: Caller;
  readonly sheets: CallAs;
  readonly docs: CallAs;
  readonly drive: CallAs;
  readonly calendar: CallAs;
}

const EVERYTHING = ["spreadsheets", "documents", "drive", "calendar.events.readonly"];

/** Calls the APIs as a person: with all scopes as in Google's own screens, or with an app's few. Throws `ApiError`. */
export function actAs(
  workspace: Workspace,
  user: string,
  app: { readonly project?: string; readonly scopes?: readonly string[] } = {},
): Acting {
  const caller: Caller = { user, project: app.project ?? OWN_SCREENS, scopes: scopes(...(app.scopes ?? EVERYTHING)) };
  const through =
    (api: Api): CallAs =>
    (method, given = {}, body) =>
      callApi(workspace, api, method, caller, given, body) as never;
  return {
    caller,
    sheets: through(sheetsApi),
    docs: through(docsApi),
    drive: through(driveApi),
    calendar: through(calendarApi),
  };
}
