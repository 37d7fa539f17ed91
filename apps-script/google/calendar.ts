import { switchedOn } from "./switched-on";

/** A document that belongs to a calendar event. */
export interface Attachment {
  readonly id: string;
  readonly title: string;
}

/** An event that is to come, with its documents. */
export interface ComingEvent {
  readonly title: string;
  /** When it begins where the calendar is, as Google writes it: `2026-01-13T14:30:00-05:00`. */
  readonly start: string;
  readonly documents: readonly Attachment[];
}

type CalendarEvent = GoogleAppsScript.Calendar.Schema.Event;

const events = () => switchedOn(typeof Calendar === "undefined" ? undefined : Calendar, "Google Calendar API").Events;
const DOCUMENTS = "description,attachments(fileId,title,mimeType)";

/** The documents of an event; the event that a card is given does not name them. */
export function documentsOfEvent(calendarId: string, eventId: string): readonly Attachment[] {
  return documentsIn(events().get(calendarId, eventId, { fields: DOCUMENTS }));
}

/** The person's own events between two times, the earliest first; those of whole days are left out. */
export function eventsBetween(from: Date, to: Date): readonly ComingEvent[] {
  const { items = [] } = events().list("primary", {
    timeMin: from.toISOString(),
    timeMax: to.toISOString(),
    singleEvents: true,
    orderBy: "startTime",
    maxResults: 50,
    fields: `items(summary,start,${DOCUMENTS})`,
  });
  return items.flatMap((event) => {
    const { summary = "", start } = event;
    return start?.dateTime ? [{ title: summary, start: start.dateTime, documents: documentsIn(event) }] : [];
  });
}

/** What is attached, and then what the description leads to; each once. */
function documentsIn({ attachments = [], description = "" }: CalendarEvent): readonly Attachment[] {
  const found = new Map<string, Attachment>();
  for (const { fileId, title, mimeType } of attachments)
    if (fileId && mimeType === "application/vnd.google-apps.document")
      found.set(fileId, { id: fileId, title: title ?? "" });
  for (const [, id = ""] of matches(description))
    if (!found.has(id)) found.set(id, { id, title: "Linked in the description" });
  return [...found.values()];
}

function matches(description: string): readonly RegExpExecArray[] {
  const pattern = /docs\.google\.com\/document\/(?:u\/\d+\/)?d\/([\w-]{10,})/g;
  const all: RegExpExecArray[] = [];
  for (let match = pattern.exec(description); match; match = pattern.exec(description)) all.push(match);
  return all;
}
