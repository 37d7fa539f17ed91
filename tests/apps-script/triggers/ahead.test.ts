import { beforeEach, describe, expect, test, vi } from "vitest";
import { textsOf } from "../../google/apps-script/cards/reading";
import { noPermission, onCall, serverError } from "../../google/apps-script/faults";
import { MIME } from "../../google/drive/stored-file";
import { ana, Team } from "../team";

vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const AGENDA = "# Agenda Jan 13 2026\n\n- Review norms, 5 min\n- Sort exit tickets together, 30 min\n";
const said = (card: unknown) => textsOf(card).join("\n");

let team: Team;

/** An event in New York; the day after the team's clock, unless told otherwise. */
function addEvent(
  id: string,
  documents: readonly (readonly [id: string, title: string])[],
  day = "2026-01-13",
  more = {},
) {
  team.workspace.addEvent(ana, {
    id,
    summary: `Grade 4 PLC ${id}`,
    start: { dateTime: `${day}T14:30:00-05:00` },
    end: { dateTime: `${day}T15:30:00-05:00` },
    attachments: documents.map(([fileId, title]) => ({ fileId, title, mimeType: MIME.document })),
    ...more,
  });
}

/** Lets hours pass until it is 4 in the afternoon in New York; gives every call of the last hour's run. */
function untilAfternoon(): readonly string[] {
  let calls: readonly string[] = [];
  for (let hour = 0; hour < 12; hour++) {
    team.clock.advance(HOUR);
    calls = team.script.runDueTriggers().flatMap((outcome) => outcome.calls);
  }
  return calls;
}

describe("in an organisation", () => {
  beforeEach(() => {
    team = new Team("organisation");
    team.run("makeWorkbook");
  });
  const on = () => team.press(team.run("onSheets"), "Look ahead");

  test("nothing is looked at unless somebody asks for it", () => {
    addEvent("event-1", [[team.document(AGENDA), "Agenda"]]);
    team.run("startSchedule");
    const calls = untilAfternoon();
    expect(calls.filter((call) => call.startsWith("Calendar."))).toEqual([]);
    expect(said(team.run("onSheets"))).toContain("Only you see it");
  });

  test("tomorrow's agenda is looked at in the afternoon, and its note stands on the card", () => {
    addEvent("event-1", [[team.document(AGENDA), "Agenda"]]);
    addEvent("event-2", [[team.document(AGENDA), "Agenda"]], "2026-01-14");
    on();
    team.clock.advance(HOUR);
    team.script.runDueTriggers();
    expect(said(team.run("onSheets"))).toContain("The next look is in the afternoon");
    untilAfternoon();
    const card = team.run("onSheets");
    expect(said(card)).toContain("13 Jan 2026, 14:30\nGrade 4 PLC event-1\nOf 35 minutes");
    expect(said(card)).not.toContain("event-2");
    expect(said(team.press(card, "Look at it"))).toContain("Sort exit tickets together");
  });

  test("it is looked at once a day", () => {
    addEvent("event-1", [[team.document(AGENDA), "Agenda"]]);
    on();
    let reads = 0;
    for (let hour = 0; hour < 30; hour++) {
      team.clock.advance(HOUR);
      for (const { calls } of team.script.runDueTriggers())
        reads += calls.filter((call) => call === "Docs.Documents.get").length;
    }
    expect(reads).toBe(1);
  });

  test.each([
    [
      "two documents, one of them the agenda",
      [
        ["Norms", AGENDA.replace("30", "45")],
        ["Our agenda", AGENDA],
      ],
      "Of 35 minutes",
    ],
    [
      "two documents, none of them the agenda",
      [
        ["Norms", AGENDA],
        ["Data", AGENDA],
      ],
      "open the event to choose",
    ],
    ["a document without text", [["Agenda", ""]], "There is no text in it yet"],
  ] as const)("an event with %s is told so", (_, documents, words) => {
    addEvent(
      "event-1",
      documents.map(([title, text]) => [team.document(text), title]),
    );
    on();
    untilAfternoon();
    expect(said(team.run("onSheets"))).toContain(words);
  });

  test("events of whole days and events without a document are left out", () => {
    addEvent("event-1", []);
    addEvent("event-2", [[team.document(AGENDA), "Agenda"]], "2026-01-13", { start: { date: "2026-01-13" } });
    on();
    untilAfternoon();
    expect(said(team.run("onSheets"))).toContain("No event of tomorrow with a document");
  });

  test("an agenda that may not be read leaves word of it, and the schedule's work is done all the same", () => {
    const id = team.document("# Grade 4 PLC Jan 5 2026\n\n- Sorted all 94 exit tickets into three piles\n");
    team.add(id);
    addEvent("event-1", [["somebody-elses-document", "Agenda"]]);
    on();
    team.run("startSchedule");
    untilAfternoon();
    expect(said(team.run("onSheets"))).toContain("It is not shared with you");
    expect(team.rows("sources")).toMatchObject([{ state: "Read" }]);
  });

  test("a calendar that cannot be seen keeps nothing else from being done", () => {
    team.add(team.document("# Grade 4 PLC Jan 5 2026\n\n- Sorted all 94 exit tickets into three piles\n"));
    on();
    team.run("startSchedule");
    team.clock.advance(HOUR);
    team.script.runDueTriggers({ faults: onCall("Calendar.Events.list", noPermission) });
    expect(team.rows("sources")).toMatchObject([{ state: "Read" }]);
  });

  test("a workbook that cannot be read is named beside what the agenda gives", () => {
    addEvent("event-1", [[team.document(AGENDA), "Agenda"]]);
    on();
    team.clock.advance(11 * HOUR);
    team.script.runDueTriggers({ faults: onCall("Sheets.Spreadsheets.get", serverError) });
    expect(said(team.run("onSheets"))).toMatch(/Of 35 minutes.*workbook could not be read just now/);
  });

  test("a document that ends the run ends one run only", () => {
    addEvent("event-1", [[team.document(AGENDA), "Agenda"]]);
    on();
    team.clock.advance(11 * HOUR);
    const [first] = team.script.runDueTriggers({
      faults: onCall("Docs.Documents.get", { kind: "cut", when: "before" }),
    });
    expect(first?.status).toBe("killed");
    team.clock.advance(HOUR);
    const [second] = team.script.runDueTriggers();
    expect(second?.status).toBe("done");
    expect(second?.calls).not.toContain("Docs.Documents.get");
  });

  test("one trigger serves schedule and look, and goes with the last of them", () => {
    on();
    team.run("startSchedule");
    expect(team.script.stores.triggers).toHaveLength(1);
    team.run("stopSchedule");
    expect(team.script.stores.triggers).toHaveLength(1);
    team.press(team.run("onSheets"), "Stop looking ahead");
    expect(team.script.stores.triggers).toEqual([]);
    expect(said(team.run("onSheets"))).toContain("Nothing is read unless someone asks");
  });

  test("looking ahead does not begin to refresh the workbook by itself", () => {
    team.add(team.document(AGENDA));
    on();
    untilAfternoon();
    expect(team.rows("sources")).toEqual([]);
  });
});

describe("in the public mode", () => {
  beforeEach(() => {
    team = new Team("public");
    team.run("makeWorkbook");
  });

  test("the workbook's agendas for the next days stand on the card, once somebody asks for it", () => {
    const later = AGENDA.replace("Jan 13", "Jan 20");
    team.add(team.document(AGENDA, "Tomorrow"), team.document(later, "In a week"));
    team.finish();
    const before = team.run("onSheets");
    expect(said(before)).not.toContain("Tomorrow");
    const card = team.press(before, "Look ahead");
    expect(said(card)).toContain("13 Jan 2026\nTomorrow");
    expect(said(card)).not.toContain("20 Jan 2026");
    expect(said(team.press(card, "Look at it"))).toContain("Sort exit tickets together");
    expect(team.script.stores.triggers).toEqual([]);
  });

  test("without such an agenda it says so", () => {
    expect(said(team.press(team.run("onSheets"), "Look ahead"))).toContain("No agenda in the workbook is dated");
  });
});
