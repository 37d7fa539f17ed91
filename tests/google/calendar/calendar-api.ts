import { ApiError } from "../api/api-error";
import { type Description, descriptionIn, type Shape } from "../api/description";
import { type Api, type Call, text } from "../api/method";
import type { CalendarEvent } from "../workspace";

const TEXT: Shape = { kind: "string" };
const NUMBER: Shape = { kind: "number" };
const FLAG: Shape = { kind: "boolean" };

/** Google publishes no package of declarations for Calendar alone: messages are those of Apps Script, parameters those of its reference. */
const parameters = new Map([
  [
    "Events$Get",
    new Map<string, Shape>([
      ["calendarId", TEXT],
      ["eventId", TEXT],
      ["alwaysIncludeEmail", FLAG],
      ["maxAttendees", NUMBER],
      ["timeZone", TEXT],
    ]),
  ],
  [
    "Events$List",
    new Map<string, Shape>([
      ["calendarId", TEXT],
      ["timeMin", TEXT],
      ["timeMax", TEXT],
      ["timeZone", TEXT],
      ["q", TEXT],
      ["orderBy", TEXT],
      ["pageToken", TEXT],
      ["maxResults", NUMBER],
      ["maxAttendees", NUMBER],
      ["singleEvents", FLAG],
      ["showDeleted", FLAG],
      ["alwaysIncludeEmail", FLAG],
    ]),
  ],
]);

const messages = descriptionIn("@types/google-apps-script/apis/calendar_v3.d.ts");
const description: Description = () => new Map([...messages(), ...parameters]);

const notFound = () => new ApiError("NOT_FOUND", "Not Found", "notFound");
const bad = (message: string) => new ApiError("INVALID_ARGUMENT", message, "badRequest");

/** The events of a calendar that the caller may see: in these fakes their own only. */
function eventsOf({ workspace, caller, parameters }: Call<unknown>): readonly CalendarEvent[] {
  const asked = text(parameters, "calendarId");
  const id = asked === "primary" ? caller.user : asked;
  const events = workspace.calendars.get(id);
  if (!events || id !== caller.user) throw notFound();
  return [...events.values()];
}

const startOf = ({ start }: CalendarEvent): number => Date.parse(start?.dateTime ?? start?.date ?? "");
const endOf = ({ end }: CalendarEvent): number => Date.parse(end?.dateTime ?? end?.date ?? "");

function time(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  // A time without its zone is refused.
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(value))) throw bad("Bad Request");
  const milliseconds = Date.parse(String(value));
  if (Number.isNaN(milliseconds)) throw bad(`Invalid value for: ${name}`);
  return milliseconds;
}

function list(call: Call<unknown>) {
  const { parameters, workspace } = call;
  const [from, to] = [time("timeMin", parameters.timeMin), time("timeMax", parameters.timeMax)];
  if (from !== undefined && to !== undefined && from >= to) throw bad("The specified time range is empty.");
  const order = parameters.orderBy;
  if (order !== undefined && order !== "startTime" && order !== "updated") throw bad("Bad Request");
  if (order === "startTime" && parameters.singleEvents !== true) {
    throw bad("The requested ordering is not available for the particular query.");
  }
  const q = String(parameters.q ?? "").toLowerCase();
  const items = eventsOf(call)
    .filter((event) => parameters.showDeleted === true || event.status !== "cancelled")
    .filter((event) => (to === undefined || startOf(event) < to) && (from === undefined || endOf(event) > from))
    .filter(({ summary, description: words, location }) =>
      `${summary}\n${words}\n${location}`.toLowerCase().includes(q),
    );
  if (order === "startTime") items.sort((a, b) => startOf(a) - startOf(b));
  const size = Math.min(2500, (parameters.maxResults ?? 250) as number);
  const start = Number(/^page(\d+)$/.exec(String(parameters.pageToken ?? "page0"))?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) throw bad("Invalid page token value.");
  return {
    kind: "calendar#events",
    updated: new Date(workspace.clock.now()).toISOString(),
    items: items.slice(start, start + size),
    ...(start + size < items.length ? { nextPageToken: `page${start + size}` } : {}),
  };
}

/** Reading events by the Calendar API v3. */
export const calendarApi: Api = {
  name: "calendar",
  description,
  methods: {
    "events.get": {
      verb: "GET",
      path: "/calendar/v3/calendars/{calendarId}/events/{eventId}",
      parameters: "Events$Get",
      answer: "Event",
      quota: "read",
      run(call: Call<unknown>) {
        const id = text(call.parameters, "eventId");
        const found = eventsOf(call).find((event) => event.id === id);
        if (!found) throw notFound();
        return { kind: "calendar#event", ...found };
      },
    },
    "events.list": {
      verb: "GET",
      path: "/calendar/v3/calendars/{calendarId}/events",
      parameters: "Events$List",
      answer: "Events",
      quota: "read",
      run: list,
    },
  },
};
