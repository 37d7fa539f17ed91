import { switchedOn } from "./switched-on";

/** A file that hangs on a calendar event. */
export interface Attachment {
  readonly id: string;
  readonly title: string;
}

/** The documents that hang on an event; the event that a card is given does not name them. */
export function documentsOfEvent(calendarId: string, eventId: string): readonly Attachment[] {
  const { Events } = switchedOn(typeof Calendar === "undefined" ? undefined : Calendar, "Google Calendar API");
  const { attachments = [] } = Events.get(calendarId, eventId, { fields: "attachments(fileId,title,mimeType)" });
  return attachments.flatMap(({ fileId, title, mimeType }) =>
    fileId && mimeType === "application/vnd.google-apps.document" ? [{ id: fileId, title: title ?? "" }] : [],
  );
}
