import { describe, expect, test, vi } from "vitest";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { ana, ben, formOf, Team } from "./team";

vi.setConfig({ testTimeout: 120_000 });

const FOLDER = "application/vnd.google-apps.folder";
const lists = (calls: readonly string[]) => calls.filter((call) => call === "Drive.Files.list").length;
const said = (answer: unknown) => JSON.stringify(answer);
const source = (team: Team, id: string) => team.rows("sources").find(({ key }) => key === id);

/** A team of two, with an own document each that only its writer opened with Plumbline. */
function twoPeople() {
  const team = new Team();
  const [anas, bens] = [team.document(SEPTEMBER), team.document(OCTOBER, "", [ben])];
  team.workspace.unshare(bens, ana);
  team.add(anas);
  team.finish();
  team.workspace.share(team.workbookId, ben, "writer");
  team.workspace.grant(ben, "project-1", team.workbookId);
  team.run("useWorkbook", { commonEventObject: { parameters: { id: team.workbookId } } }, { user: ben });
  return { team, anas, bens };
}

describe("a refresh by somebody who cannot open a colleague's document", () => {
  test("leaves it read, with a remark, and has it not waited for", () => {
    const { team, anas } = twoPeople();
    const answer = team.run("refresh", {}, { user: ben });
    expect(said(answer)).toContain("All is up to date");
    expect(source(team, anas)).toMatchObject({
      state: "Read; not open to everybody",
      message: expect.stringContaining("On 2026-01-12"),
    });
    team.edit(anas, SEPTEMBER.replace("94 exit", "95 exit"));
    expect(said(team.run("refresh", {}, { user: ben }))).toContain("All is up to date");
  });

  test("keeps nobody else from reading it, be it for a decision or for what changed", () => {
    const { team, anas } = twoPeople();
    team.run("refresh", {}, { user: ben });
    const row = team.rows("evidence").find(({ tier }) => tier === "Found");
    team.type("decisions", 1, { row: String(row?.key), verdict: "reject", who: "Roz" });
    team.run("refresh", {}, { user: ben });
    expect(team.rows("decisions")[0]?.outcome).toContain("Counts as soon as");
    team.run("continueRefresh");
    expect(team.rows("decisions")[0]?.outcome).toBe("Stands");
    team.edit(anas, SEPTEMBER.replace("94 exit", "95 exit"));
    team.run("refresh");
    expect(source(team, anas)).toMatchObject({ state: "Read", message: "" });
    expect(said(team.rows("evidence"))).toContain("95 exit");
  });

  test("still brings the words that it repeats to the way of quoting", () => {
    const { team } = twoPeople();
    team.run("refresh", {}, { user: ben });
    team.run("saveSettings", formOf({ quoting: "link" }), { user: ben });
    team.run("refresh", {}, { user: ben });
    expect(said(team.rows("evidence"))).not.toContain("exit tickets");
    team.run("refresh");
    expect(new Set(team.rows("sources").map(({ state }) => state))).toEqual(new Set(["Read"]));
  });

  test("is over once that person opened it with Plumbline", () => {
    const { team, anas } = twoPeople();
    team.run("refresh", {}, { user: ben });
    team.workspace.share(anas, ben, "reader");
    team.workspace.grant(ben, "project-1", anas);
    team.run("refresh", {}, { user: ben });
    expect(source(team, anas)).toMatchObject({ state: "Read", message: "" });
  });
});

describe("without a folder", () => {
  test("no list of documents is asked for to add some, nor to look at a few", () => {
    const team = new Team("organisation");
    team.workspace.addDocument(ana, { title: "A letter to my landlord", tabs: [] });
    team.add(team.document(SEPTEMBER));
    expect(lists(team.outcome("continueRefresh").calls)).toBe(0);
    expect(lists(team.outcome("refresh").calls)).toBe(0);
    expect(team.rows("sources")).toMatchObject([{ state: "Read" }]);
  });

  test("adding a document looks at no other", () => {
    const team = new Team("organisation");
    team.add(team.document(SEPTEMBER), team.document(OCTOBER));
    team.finish();
    team.add(team.document(NOVEMBER));
    const { calls } = team.outcome("continueRefresh");
    expect(calls.filter((call) => call.startsWith("Drive."))).toHaveLength(1);
    expect(team.rows("sources")).toHaveLength(3);
  });

  test("many documents are looked at with few questions", () => {
    const team = new Team("organisation");
    const ids = Array.from({ length: 12 }, (_, at) =>
      team.document(`# PLC Oct ${at + 1} 2025\n\n- Met\n`, `Week ${at}`),
    );
    team.add(...ids);
    team.finish();
    team.edit(ids[3] ?? "", "# PLC Oct 4 2025\n\n- Met for long\n");
    const { calls } = team.outcome("refresh");
    expect(calls.filter((call) => call.startsWith("Drive."))).toHaveLength(1);
    expect(calls.filter((call) => call === "Docs.Documents.get")).toHaveLength(1);
  });
});

describe("a folder of notes", () => {
  /** A team whose folder holds one document; another was picked by itself. */
  function withFolder() {
    const team = new Team("organisation");
    const folder = team.workspace.addFile(ana, "Notes", FOLDER).id;
    const inside = team.document(SEPTEMBER);
    team.workspace.change(inside, () => ({ parents: [folder] }));
    const picked = team.document(OCTOBER, "", [ana, ben]);
    team.run("makeWorkbook");
    team.run("saveSettings", formOf({ folder: `https://drive.google.com/drive/folders/${folder}` }));
    team.add(picked);
    team.run("refresh");
    team.finish();
    return { team, folder, inside, picked };
  }

  test("is read with the folders below it, and what comes later too", () => {
    const { team, folder, inside } = withFolder();
    const below = team.workspace.addFile(ana, "Older", FOLDER, { parents: [folder] }).id;
    const later = team.document(NOVEMBER);
    team.workspace.change(later, () => ({ parents: [below] }));
    // Google allows 60 readings a minute.
    team.clock.advance(60_000);
    team.run("refresh");
    team.finish();
    expect([source(team, inside)?.state, source(team, later)?.state]).toEqual(["Read", "Read"]);
    expect(said(team.run("onSheets"))).not.toContain("cannot be seen");
  });

  test("that the person who refreshes cannot see is named on the card, and all else is read", () => {
    const { team, picked } = withFolder();
    team.workspace.share(team.workbookId, ben, "writer");
    team.workspace.grant(ben, "project-1", team.workbookId);
    team.run("useWorkbook", { commonEventObject: { parameters: { id: team.workbookId } } }, { user: ben });
    team.edit(picked, OCTOBER.replace("19 of 48", "20 of 48"));
    const answer = said(team.run("refresh", {}, { user: ben }));
    expect(answer).toContain("Read 1 document. All is up to date.");
    expect(said(team.rows("evidence"))).toContain("20 of 48");
    expect(answer).toContain("cannot be seen");
    expect(said(team.run("onSheets"))).toContain("cannot be seen");
    // Whoever can see it takes the word back.
    expect(said(team.run("refresh"))).not.toContain("cannot be seen");
  });

  test("that is in the bin is named on the card", () => {
    const { team, folder } = withFolder();
    team.workspace.trash(folder);
    expect(said(team.run("refresh"))).toContain("cannot be seen");
  });

  test("that is no longer wanted is no trouble any more", () => {
    const { team, folder } = withFolder();
    team.workspace.trash(folder);
    team.run("refresh");
    team.run("saveSettings", formOf({ folder: "" }));
    expect(said(team.run("refresh"))).not.toContain("cannot be seen");
  });
});

test("an address pasted into Sources is taken up by the next hour", () => {
  const team = new Team("organisation");
  team.add(team.document(SEPTEMBER));
  team.run("startSchedule");
  team.finish();
  const id = team.document(OCTOBER);
  team.type("sources", 3, { link: `https://docs.google.com/document/d/${id}/edit` });
  team.clock.advance(3_600_000);
  team.script.runDueTriggers();
  expect(source(team, id)).toMatchObject({ state: "Read" });
});
