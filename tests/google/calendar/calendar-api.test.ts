import { expect, test } from "vitest";
import { actAs } from "../act-as";
import { ana, ben, refusal } from "../sheets/desk";
import { type CalendarEvent, Workspace } from "../workspace";

function newCalendar() {
  const workspace = new Workspace();
  const add = (id: string, day: number, more: Partial<CalendarEvent> = {}) =>
    workspace.addEvent(ana, {
      ...more,
      id,
      summary: `PLC ${id}`,
      start: { dateTime: `2026-09-0${day}T15:00:00-04:00` },
      end: { dateTime: `2026-09-0${day}T16:00:00-04:00` },
    });
  add("b", 8);
  add("a", 7, {
    attachments: [{ fileId: "doc-1", title: "Agenda", fileUrl: "https://docs.google.com/document/d/doc-1" }],
  });
  add("c", 9, { status: "cancelled" });
  return { workspace, all: actAs(workspace, ana).calendar };
}

test("an event has its attachments", () => {
  const event = newCalendar().all<CalendarEvent>("events.get", { calendarId: "primary", eventId: "a" });
  expect(event.attachments).toMatchObject([{ fileId: "doc-1" }]);
});

test.each([
  ["an event that is not there", ana, { eventId: "z" }],
  ["another person's calendar", ben, { calendarId: ana, eventId: "a" }],
])("%s is not found", (_, user, given) => {
  const { workspace } = newCalendar();
  const get = () => actAs(workspace, user).calendar("events.get", { calendarId: "primary", ...given });
  expect(refusal(get)).toBe("404 Not Found");
});

test("a list leaves out what was cancelled and orders by start for single events only", () => {
  const { all } = newCalendar();
  const list = (given: object) =>
    all<{ items: CalendarEvent[] }>("events.list", { calendarId: "primary", ...given }).items.map(({ id }) => id);
  expect(list({ singleEvents: true, orderBy: "startTime" })).toEqual(["a", "b"]);
  expect(list({ timeMin: "2026-09-08T00:00:00Z", showDeleted: true })).toEqual(["b", "c"]);
  expect(refusal(() => list({ orderBy: "startTime" }))).toContain("ordering is not available");
  expect(refusal(() => list({ timeMin: "2026-09-08" }))).toBe("400 Bad Request");
});

test("the scope of the open event alone does not reach the API", () => {
  const { workspace } = newCalendar();
  const app = actAs(workspace, ana, { scopes: ["calendar.addons.current.event.read"] });
  expect(refusal(() => app.calendar("events.get", { calendarId: "primary", eventId: "a" }))).toMatch(/^403/);
});
