import { describe, expect, test, vi } from "vitest";
import { TABLE_IDS } from "../../apps-script/workbook/table";
import { textsOf } from "../google/apps-script/cards/reading";
import { onCall, serverError } from "../google/apps-script/faults";
import { MIME } from "../google/drive/stored-file";
import { docsFromMarkdown } from "./docs-from-markdown";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { ana, readyTeam, Team } from "./team";

vi.setConfig({ testTimeout: 60_000 });

const said = (card: unknown) => textsOf(card).join("\n");
const docs = (id: string, addonHasFileScopePermission = true) => ({
  docs: { id, title: "", addonHasFileScopePermission },
});

describe("the card beside a document", () => {
  test("asks to be let in before it reads anything", () => {
    const team = new Team();
    const card = team.outcome("onDocs", docs(team.document(SEPTEMBER), false));
    expect(card.calls).toEqual([]);
    expect(card.status === "done" && said(card.value)).toContain("this one, and no other");
    expect(team.press(card.status === "done" ? card.value : undefined, "Allow for this document")).toMatchObject({
      kind: "EditorFileScopeActionResponse",
    });
  });

  test("shows what the document covers, its lines, and what was not yet seen in it", () => {
    const team = new Team();
    const card = said(team.run("onDocs", docs(team.document(SEPTEMBER))));
    expect(card).toMatch(/\d+ of 28 practices show in this document/);
    expect(card).toContain("Sorted all 94 exit tickets");
    expect(card).toContain("not yet seen here");
    expect(card).not.toMatch(/fail|missing practice|score/i);
  });

  test("makes the workbook and puts the document in line, in a few calls whatever its size", () => {
    const team = new Team();
    const id = team.document(SEPTEMBER);
    const card = team.run("onDocs", docs(id));
    const answer = team.press(card, "Make the workbook and add this");
    expect(said(answer)).toContain("in line for the workbook");
    expect(said(team.run("onDocs", docs(id)))).toContain("This document is in line");
    team.press(answer, "Read it in now");
    expect(said(team.run("onDocs", docs(id)))).toContain("This document is in the team's workbook");
  });

  test("says what people decided", () => {
    const { team, ids } = readyTeam([SEPTEMBER]);
    const [first] = team.rows("evidence");
    team.type("decisions", 1, { row: String(first?.key), verdict: "accept" });
    team.run("refresh");
    team.finish();
    expect(said(team.run("onDocs", docs(ids[0] ?? "")))).toContain("set by people");
  });

  test("says so when the team's workbook cannot be read just now, and offers no second one", () => {
    const { team, ids } = readyTeam([SEPTEMBER]);
    const faults = onCall("Sheets.Spreadsheets.get", serverError);
    const card = team.run("onDocs", docs(ids[0] ?? ""), { faults });
    expect(said(card)).toContain("Sorted all 94 exit tickets");
    expect(said(card)).toContain("workbook could not be read just now, so what the team decided is not shown here");
    expect(said(card)).not.toContain("Make the workbook");
    expect(JSON.stringify(card)).toContain(`https://docs.google.com/spreadsheets/d/${team.workbookId}/edit`);
  });

  test("leads from an agenda to what it will give the team, and from minutes to no such thing", () => {
    const team = new Team();
    const id = team.document("# Agenda Oct 8 2025\n\n- Review norms, 5 min\n- Sort exit tickets together, 30 min\n");
    const answer = team.press(team.run("onDocs", docs(id)), "Look at the agenda");
    expect(said(answer)).toContain("35 minutes");
    expect(said(team.run("onDocs", docs(team.document(SEPTEMBER))))).not.toContain("Look at the agenda");
  });

  test("has a word for a document without text", () => {
    const team = new Team();
    expect(said(team.run("onDocs", docs(team.document(""))))).toContain("There is no text in this document yet");
  });
});

describe("the card for files selected in Drive", () => {
  const item = (id: string, title: string, mimeType: string, addonHasFileScopePermission: boolean) => ({
    id,
    title,
    mimeType,
    iconUrl: "",
    addonHasFileScopePermission,
  });

  test("adds documents, asks for those that it may not see, and leaves other files out", () => {
    const team = new Team();
    const event = {
      drive: {
        selectedItems: [
          item(team.document(SEPTEMBER), "September", MIME.document, true),
          item("closed-document", "October", MIME.document, false),
          item("picture", "Photo", "image/png", true),
        ],
      },
    };
    const card = team.run("onDriveItems", event);
    expect(said(card)).toContain("1 other file cannot be read");
    expect(team.press(card, "Allow for “October”")).toMatchObject({ requestsFileScope: "closed-document" });
    expect(said(team.press(card, "Add 1 document to the workbook", ana, event))).toContain("1 document is in line");
  });

  test("says what to do where no document is selected", () => {
    expect(said(new Team().run("onDriveItems", { drive: { selectedItems: [] } }))).toContain("Select Google Docs");
  });
});

describe("the card of the workbook", () => {
  test("offers to make one, and then to add notes", () => {
    const team = new Team();
    const card = team.run("onSheets", { sheets: {} });
    expect(said(team.press(card, "Make the workbook"))).toContain("No documents yet");
    expect(team.workbook().sheets.size).toBe(TABLE_IDS.length);
  });

  test("says how many documents are left, and when the next slice comes", () => {
    const team = new Team("organisation");
    team.add(...[SEPTEMBER, OCTOBER, NOVEMBER].map((text) => team.document(text)));
    team.run("makeWorkbook");
    const card = team.run("startSchedule");
    expect(said(card)).toContain("0 looked at, 3 to be read");
    expect(said(card)).toContain("The next slice comes within the hour");
    expect(said(team.run("continueRefresh"))).toContain("All are read as they are.");
  });

  test("says what ran last", () => {
    const { team } = readyTeam([SEPTEMBER]);
    expect(said(team.run("onSheets"))).toMatch(/12 Jan 2026, 09:\d\d UTC: Read 1 document\./);
  });

  test("tells another spreadsheet from the workbook, and can take it", () => {
    const { team } = readyTeam([SEPTEMBER]);
    const other = team.workspace.addSpreadsheet(ana, "Another");
    team.workspace.grant(ana, "project-1", other);
    const card = team.run("onSheets", { sheets: { id: other, title: "Another", addonHasFileScopePermission: true } });
    expect(said(card)).toContain("not your team's workbook");
    team.press(card, "Use this spreadsheet instead");
    expect(team.workspace.books.get(other)?.sheets.map(({ properties }) => properties.title)).toContain("Evidence");
    expect(team.workspace.books.get(other)?.sheets.map(({ properties }) => properties.title)).toContain("Sheet1");
  });

  test("has no schedule and no folder in the public mode", () => {
    const { team } = readyTeam([SEPTEMBER]);
    expect(said(team.run("onSheets"))).not.toContain("Schedule");
    expect(said(team.run("showSettings"))).not.toContain("Folder");
  });

  test("keeps one hourly trigger however often the schedule is started", () => {
    const team = new Team("organisation");
    team.run("makeWorkbook");
    team.run("startSchedule");
    const card = team.run("startSchedule");
    expect(team.script.stores.triggers).toHaveLength(1);
    team.press(card, "Stop");
    expect(team.script.stores.triggers).toEqual([]);
  });

  test("refuses what is no folder, and keeps what was chosen", () => {
    const team = new Team("organisation");
    team.run("makeWorkbook");
    const form = (folder: string) => ({
      commonEventObject: {
        formInputs: { folder: { stringInputs: { value: [folder] } }, team: { stringInputs: { value: ["Grade 4"] } } },
      },
    });
    expect(said(team.run("saveSettings", form("my notes")))).toContain("not the address of a folder");
    team.run("saveSettings", form("https://drive.google.com/drive/folders/1AbCdEfGhIjKlMnOp?usp=sharing"));
    expect(JSON.stringify(team.run("showSettings"))).toContain("1AbCdEfGhIjKlMnOp");
    expect(said(team.run("onSheets"))).toContain("Grade 4");
  });
});

describe("the card of a calendar event", () => {
  const calendarEvent = { calendar: { id: "event-1", calendarId: ana } };
  const agenda = docsFromMarkdown(
    "# Agenda Oct 8 2025\n\n- Review norms, 5 min\n- Sort exit tickets together and pick who gets reteach, 30 min\n",
  );

  test("shows the agenda that is attached to it", () => {
    const team = new Team("organisation");
    const fileId = team.workspace.addDocument(ana, agenda as never);
    team.workspace.addEvent(ana, {
      id: "event-1",
      attachments: [{ fileId, title: "Agenda", mimeType: MIME.document }],
    });
    const card = said(team.run("onCalendarEvent", calendarEvent));
    expect(card).toContain("Sort exit tickets together");
    expect(card).toContain("30 minutes");
  });

  test("knows from the workbook what the team has not seen for long", () => {
    const later = ["Nov 12", "Nov 19", "Dec 3", "Dec 10", "Dec 17"].map((day) => NOVEMBER.replace("Nov 5", day));
    const texts = [SEPTEMBER, OCTOBER, NOVEMBER, ...later];
    const { team } = readyTeam(texts);
    const id = team.document("# Agenda Jan 7 2026\n\n- Review norms, 5 min\n- Thank each other, 5 min\n");
    const form = { commonEventObject: { formInputs: { agenda: { stringInputs: { value: [id] } } } } };
    expect(said(team.run("showAgenda", form))).toMatch(/last seen on|not yet seen in your last 8 meetings/);
  });

  test("asks which of several documents it is", () => {
    const team = new Team("organisation");
    const attachments = ["Agenda", "Norms"].map((title) => {
      const fileId = team.workspace.addDocument(ana, agenda as never);
      return { fileId, title, mimeType: MIME.document };
    });
    team.workspace.addEvent(ana, { id: "event-1", attachments });
    const card = team.run("onCalendarEvent", calendarEvent);
    expect(said(card)).toContain("Which one is the agenda?");
    expect(said(team.press(card, "Agenda"))).toContain("Sort exit tickets together");
  });

  test.each([
    ["an event that is not saved", "organisation", {}, "not saved yet"],
    ["an event that nobody knows", "organisation", calendarEvent, "cannot be seen"],
    ["any event in the public mode", "public", calendarEvent, "Which document is the agenda"],
  ] as const)("asks for the address of the agenda for %s", (_, mode, event, words) => {
    expect(said(new Team(mode).run("onCalendarEvent", event))).toContain(words);
  });

  test("takes an address, and says so where it is none", () => {
    const team = new Team("public");
    const id = team.document("# Agenda Oct 8 2025\n\n- Sort exit tickets together and pick who gets reteach, 30 min\n");
    const form = (agendaAt: string) => ({
      commonEventObject: { formInputs: { agenda: { stringInputs: { value: [agendaAt] } } } },
    });
    expect(said(team.run("showAgenda", form(`https://docs.google.com/document/d/${id}/edit`)))).toContain(
      "Sort exit tickets",
    );
    expect(said(team.run("showAgenda", form("see email")))).toContain("not the address of a Google Doc");
  });
});
