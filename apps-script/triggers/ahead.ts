import type { AheadSummary } from "../cards/ahead-section";
import type { Attachment, ComingEvent } from "../google/calendar";
import says from "../sentences.json" with { type: "json" };
import { textOf } from "../workbook/table";
import { dayName } from "../workbook/wording";
import { openWorkbook } from "../worker/open-workbook";
import { problemOf } from "../worker/problems";
import type { Services, UserStore } from "../worker/services";
import { checkedAgenda, teamFor } from "./agenda";

/** Tells a person's events between two times. */
export type EventsBetween = (from: Date, to: Date) => readonly ComingEvent[];

const ON = "ahead";
const NOTE = "ahead-note";

export const isLookingAhead = (store: UserStore): boolean => store.get(ON) !== null;

/** Has the next days looked at from now on, or no longer; what was noted goes with it. */
export function switchAhead(store: UserStore, isOn: boolean): void {
  if (isOn) store.put({ [ON]: "yes" });
  else for (const key of [ON, NOTE]) store.remove(key);
}

const HOUR = 3_600_000;
/** Where the calendar is, from when on "tomorrow" is looked at: by then agendas are being written. */
const AFTERNOON = 15;
/** Less than a day, since triggers come some minutes early or late. */
const ONCE_IN = 20 * HOUR;
const MOST_EVENTS = 5;
/** UTF-16 units of a sentence that are kept: Google keeps 9 kB of a note. */
const LONGEST = 400;

interface Note {
  /** When it was written, in ISO form. */
  readonly at: string;
  readonly events: AheadSummary["events"];
}

/**
 * Once a day, in the afternoon, looks at tomorrow's events and keeps what their agendas will give the team. To be called
 * every hour.
 */
export function lookAhead(services: Services, eventsBetween: EventsBetween): void {
  const now = services.now();
  const last = noteOf(services.store);
  if (!isLookingAhead(services.store) || (last && now.getTime() - Date.parse(last.at) < ONCE_IN)) return;
  const coming = eventsBetween(now, new Date(now.getTime() + 48 * HOUR));
  const [first] = coming;
  if (first && hourAt(now, first.start) < AFTERNOON) return;
  const tomorrow = coming
    .filter(({ start, documents }) => documents.length > 0 && start.slice(0, 10) === dayAfter(now, start))
    .slice(0, MOST_EVENTS);
  // Noted before anything is read: a document that ends the run must not end the next one too.
  keep(services.store, { at: now.toISOString(), events: [] });
  if (tomorrow.length === 0) return;
  const team = teamFor(services);
  keep(services.store, {
    at: now.toISOString(),
    events: tomorrow.map(({ title, start, documents }) => {
      const agenda = agendaAmong(documents);
      const when = `${dayName(start)}, ${start.slice(11, 16)}`;
      if (!agenda) return { title, when, text: says.severalForEvent, id: "" };
      return { title, when, text: sentence(services, agenda.id, team).slice(0, LONGEST), id: agenda.id };
    }),
  });
}

const agendaAmong = (documents: readonly Attachment[]): Attachment | undefined =>
  documents.find(({ title }) => /agenda/i.test(title)) ?? (documents.length === 1 ? documents[0] : undefined);

function sentence(services: Services, id: string, team: ReturnType<typeof teamFor>): string {
  try {
    const agenda = checkedAgenda(services, id, team);
    return agenda ? `${agenda.check.headline} ${agenda.trouble}`.trim() : "There is no text in it yet.";
  } catch (error) {
    return problemOf(error).advice;
  }
}

/** The time at a place, told by how Google writes a time there. As UTC, so that its parts can be read. */
function timeAt(now: Date, start: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(start) ?? [];
  const offset = sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  return new Date(now.getTime() + offset * 60_000).toISOString();
}
const hourAt = (now: Date, start: string): number => Number(timeAt(now, start).slice(11, 13));
const dayAfter = (now: Date, start: string): string => timeAt(new Date(now.getTime() + 24 * HOUR), start).slice(0, 10);

const keep = (store: UserStore, note: Note): void => store.put({ [NOTE]: JSON.stringify(note) });

function noteOf(store: UserStore): Note | undefined {
  const kept = store.get(NOTE);
  return kept === null ? undefined : (JSON.parse(kept) as Note);
}

/** What the look left for the card; it needs the hourly trigger, which people can delete elsewhere. */
export function notedAhead(services: Services, isTriggered: boolean): AheadSummary {
  const note = noteOf(services.store);
  const isRecent = note !== undefined && services.now().getTime() - Date.parse(note.at) < 36 * HOUR;
  return { isOn: isTriggered && isLookingAhead(services.store), byCalendar: true, events: isRecent ? note.events : [] };
}

/** Days ahead in which an agenda of the workbook is shown. */
const DAYS = 2;

/** Without the right to look into a calendar: the workbook's own agendas that are dated for the next days. */
export function datedAhead(services: Services, workbookId: string): AheadSummary {
  if (!isLookingAhead(services.store)) return { isOn: false, byCalendar: false, events: [] };
  const today = services.now().toISOString().slice(0, 10);
  const last = new Date(services.now().getTime() + DAYS * 24 * HOUR).toISOString().slice(0, 10);
  const events = openWorkbook(services, workbookId, ["meetings"])
    .edits("meetings")
    .keyed()
    .filter((row) => textOf(row, "type") === "Agenda" && textOf(row, "date") >= today && textOf(row, "date") <= last)
    .sort((a, b) => (textOf(a, "date") < textOf(b, "date") ? -1 : 1))
    .slice(0, MOST_EVENTS)
    .map((row) => ({
      title: textOf(row, "title"),
      when: dayName(textOf(row, "date")),
      text: "",
      id: textOf(row, "source"),
    }));
  return { isOn: true, byCalendar: false, events };
}
