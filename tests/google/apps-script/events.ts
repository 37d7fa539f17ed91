import { MIME } from "../drive/stored-file";
import type { Workspace } from "../workspace";
import type { Press } from "./cards/reading";

type HostApp = GoogleAppsScript.Addons.HostApplication;

/** Who has what open, and which add-on is asked. */
export interface Opened {
  readonly workspace: Workspace;
  readonly user: string;
  /** The add-on's Cloud project. */
  readonly project?: string;
}

const common = (hostApp: HostApp, more: object = {}) => ({
  commonEventObject: {
    hostApp,
    platform: "WEB",
    userLocale: "en",
    timeZone: { id: "America/New_York", offset: "-14400000" },
    ...more,
  },
});

/** A file's id and title are told only to an add-on that may see the file. */
function seen({ workspace, user, project = "project-1" }: Opened, fileId: string) {
  const addonHasFileScopePermission = workspace.isGranted(user, project, fileId);
  const file = workspace.files.get(fileId);
  if (!file) throw new Error(`The workspace has no file ${fileId}.`);
  return addonHasFileScopePermission
    ? { id: fileId, title: file.name, addonHasFileScopePermission }
    : { addonHasFileScopePermission };
}

/** The event of the add-on's home page in a document. */
export const docsEvent = (opened: Opened, documentId: string) => ({
  ...common("DOCS"),
  docs: seen(opened, documentId),
});

/** The event of the add-on's home page in a spreadsheet. */
export const sheetsEvent = (opened: Opened, spreadsheetId: string) => ({
  ...common("SHEETS"),
  sheets: seen(opened, spreadsheetId),
});

/** The event of files selected in Drive: here each file's id and title are told, whether or not it may be read. */
export function driveEvent({ workspace, user, project = "project-1" }: Opened, fileIds: readonly string[]) {
  const selectedItems = fileIds.map((id) => {
    const file = workspace.files.get(id);
    return {
      id,
      title: file?.name ?? "",
      mimeType: file?.mimeType ?? MIME.document,
      iconUrl: "https://drive-thirdparty.googleusercontent.com/32/type",
      addonHasFileScopePermission: workspace.isGranted(user, project, id),
    };
  });
  return { ...common("DRIVE"), drive: { activeCursorItem: selectedItems[0], selectedItems } };
}

/** The event of a calendar event that is opened; one that is only being made has no id. */
export const calendarEvent = (user: string, eventId?: string) => ({
  ...common("CALENDAR"),
  calendar: {
    calendarId: user,
    ...(eventId === undefined ? {} : { id: eventId }),
    organizer: { email: user },
    capabilities: {
      canAddAttendees: true,
      canSeeAttendees: true,
      canSeeConferenceData: true,
      canSetConferenceData: true,
    },
  },
});

/** The event of a press on a card that an event brought up, with what was filled in. */
export function actionEvent<Event extends ReturnType<typeof common>>(
  event: Event,
  press: Press,
  filled: Readonly<Record<string, string | readonly string[]>> = {},
): Event {
  const inputs = Object.entries(filled).map(([name, value]) => [
    name,
    { stringInputs: { value: typeof value === "string" ? [value] : [...value] } },
  ]);
  const more = { parameters: { ...press.parameters }, formInputs: Object.fromEntries(inputs) as object };
  return { ...event, parameters: more.parameters, commonEventObject: { ...event.commonEventObject, ...more } };
}
