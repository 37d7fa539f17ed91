import { describe, expect, test, vi } from "vitest";
import { textsOf } from "../../google/apps-script/cards/reading";
import { onCall, serverError } from "../../google/apps-script/faults";
import { MIME } from "../../google/drive/stored-file";
import { OCTOBER, SEPTEMBER } from "../meetings";
import { ana, readyTeam, Team } from "../team";

vi.setConfig({ testTimeout: 60_000 });

const said = (card: unknown) => textsOf(card).join("\n");
const AGENDA = "# Agenda Nov 5 2025\n\n- Review norms, 5 min\n- Sort exit tickets together, 30 min\n";
const PROMISE = "Deepa took this on";

/** What the agenda's card says to a team that has read these notes. */
function cardFor(texts: readonly string[], agenda = AGENDA, settings: Readonly<Record<string, string>> = {}): string {
  const { team } = readyTeam(texts, { settings });
  const id = team.document(agenda);
  return said(
    team.run("showAgenda", { commonEventObject: { formInputs: { agenda: { stringInputs: { value: [id] } } } } }),
  );
}

describe("the card of an agenda", () => {
  test("comes back to what somebody took on in the last meeting", () => {
    expect(cardFor([SEPTEMBER, OCTOBER])).toContain(
      `${PROMISE} 8 Oct 2025: “Deepa will bring writing samples to the next meeting”`,
    );
  });

  test.each([
    ["stands on the agenda", [SEPTEMBER, OCTOBER], `${AGENDA}- Deepa: writing samples, 10 min\n`],
    [
      "was for a meeting that has been since",
      [SEPTEMBER, OCTOBER, "# Grade 4 PLC Oct 22 2025\n\n- Sorted the exit tickets by what students can do\n"],
      AGENDA,
    ],
    ["was made in a later meeting than this", [SEPTEMBER, OCTOBER], AGENDA.replace("Nov 5", "Oct 1")],
  ] as const)("leaves out a promise that %s", (_, texts, agenda) => {
    expect(cardFor(texts, agenda)).not.toContain(PROMISE);
  });

  test("knows from the lines of later meetings that a dated promise was come back to", () => {
    const dated = OCTOBER.replace("to the next meeting", "by Oct 20");
    const done = "# Grade 4 PLC Oct 22 2025\n\n- Scored Deepa's writing samples together with the common rubric\n";
    expect(cardFor([dated, done.replace(/Scored.*/, "Sorted the exit tickets by what students can do")])).toContain(
      PROMISE,
    );
    expect(cardFor([dated, done])).not.toContain(PROMISE);
  });

  test("names nobody in full where the workbook keeps initials, and keeps no promise where it repeats no words", () => {
    const initials = cardFor([OCTOBER], AGENDA, { quoting: "initials" });
    expect(initials).toContain("D. took this on");
    expect(initials).not.toContain("Deepa");
    expect(cardFor([OCTOBER], AGENDA, { quoting: "link" })).not.toContain("took this on");
  });
});

test("the card says so when the workbook cannot be read just now, and does without the team's past", () => {
  const { team } = readyTeam([SEPTEMBER, OCTOBER]);
  const id = team.document(
    "# Agenda Nov 5 2025\n\n- Norms (5 min)\n- Exit slips: sort (20 min)\n- Next steps (5 min)\n",
  );
  const event = { commonEventObject: { formInputs: { agenda: { stringInputs: { value: [id] } } } } };
  const unread = "Your team's workbook could not be read just now";
  expect(said(team.run("showAgenda", event))).not.toContain(unread);
  const card = said(team.run("showAgenda", event, { faults: onCall("Sheets.Spreadsheets.get", serverError) }));
  expect(card).toContain(`${unread}, so earlier meetings and promises were not looked up.`);
  expect(card).toContain("Exit slips: sort");
});

test("an agenda that is linked in the event's description is found", () => {
  const team = new Team("organisation");
  const id = team.document(AGENDA);
  const description = `See <a href="https://docs.google.com/document/u/0/d/${id}/edit?usp=sharing">our agenda</a>, https://docs.google.com/document/d/${id}/edit`;
  team.workspace.addEvent(ana, { id: "event-1", description });
  expect(said(team.run("onCalendarEvent", { calendar: { id: "event-1", calendarId: ana } }))).toContain(
    "Sort exit tickets together",
  );
});

test("what is attached counts once, though the description links it too", () => {
  const team = new Team("organisation");
  const fileId = team.document(AGENDA);
  team.workspace.addEvent(ana, {
    id: "event-1",
    description: `https://docs.google.com/document/d/${fileId}/edit`,
    attachments: [{ fileId, title: "Agenda", mimeType: MIME.document }],
  });
  expect(said(team.run("onCalendarEvent", { calendar: { id: "event-1", calendarId: ana } }))).toContain("30 minutes");
});
