import { describe, expect, test, vi } from "vitest";
import { onCall, serverError } from "../google/apps-script/faults";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "./meetings";
import { formOf, readyTeam as ready, type Team } from "./team";

vi.setConfig({ testTimeout: 60_000 });

const readyTeam = (settings: Readonly<Record<string, string>> = {}) =>
  ready([SEPTEMBER, OCTOBER, NOVEMBER], { settings });

const row = (team: Team, table: "evidence" | "decisions" | "reflection" | "rubric" | "overview", key: string) =>
  team.rows(table).find((cells) => cells[table === "decisions" ? "id" : "key"] === key);
const found = (team: Team) => team.rows("evidence").find(({ tier }) => tier === "Found") ?? {};

describe("Decisions", () => {
  test("made by hand on a row of Evidence are completed and then count", () => {
    const { team } = readyTeam();
    const before = found(team);
    team.type("decisions", 1, { row: String(before.key), verdict: "Reject", who: "Roz" });
    team.run("refresh");
    team.finish();
    expect(team.rows("decisions")[0]).toMatchObject({
      document: before.source,
      quote: before.quote,
      indicator: before.code,
      verdict: "reject",
      outcome: "Stands",
      rubric: "plc@1.0.0",
    });
    expect(row(team, "evidence", String(before.key))).toMatchObject({
      tier: "Not counted",
      decision: "Rejected by Roz",
    });
  });

  test("made by hand can be taken back and made again", () => {
    const { team } = readyTeam();
    const about = { row: String(found(team).key), who: "Roz" };
    const say = (at: number, verdict: string, who = "Roz") => {
      team.type("decisions", at, { ...about, verdict, who });
      team.run("refresh");
    };
    say(1, "reject");
    say(2, "withdraw");
    say(3, "reject");
    say(4, "accept");
    say(5, "reject");
    team.finish();
    const [first, , third, , fifth] = team.rows("decisions").map(({ id }) => id);
    expect(new Set([first, third, fifth]).size).toBe(3);
    expect(team.rows("decisions").map(({ outcome }) => outcome)).toEqual([
      "A later decision counts",
      "Takes an earlier decision back",
      "A later decision counts",
      "A later decision counts",
      "Stands",
    ]);
    expect(row(team, "evidence", about.row)?.tier).toBe("Not counted");
  });

  test("made by hand twice in a row count once, though somebody else spoke in between", () => {
    const { team } = readyTeam();
    const about = { row: String(found(team).key) };
    team.type("decisions", 1, { ...about, who: "Roz", verdict: "reject" });
    team.type("decisions", 2, { ...about, who: "Deepa", verdict: "accept" });
    team.run("refresh");
    team.type("decisions", 3, { ...about, who: "Roz", verdict: "reject" });
    team.run("refresh");
    expect(team.rows("decisions").map(({ outcome }) => outcome)).toEqual([
      "A later decision counts",
      "Stands",
      "The same decision stands in another row.",
    ]);
    // Nor does it wake up when something else is said later.
    team.type("decisions", 4, { ...about, who: "Roz", verdict: "accept" });
    for (const _ of [1, 2]) team.run("refresh");
    expect(team.rows("decisions").map(({ verdict, outcome }) => [verdict, outcome])).toEqual([
      ["reject", "A later decision counts"],
      ["accept", "A later decision counts"],
      ["reject", "The same decision stands in another row."],
      ["accept", "Stands"],
    ]);
  });

  test("made elsewhere are laid over the suggestions, the later one counting", () => {
    const { team, ids } = readyTeam();
    const quote = "Roz visits Cilla's room next week to watch the number line lesson";
    const base = {
      document: ids[1] ?? "",
      quote,
      prefix: "",
      suffix: "",
      indicator: "TP1",
      rubric: "plc@1.0.0",
      meeting: "2025-10-08",
      who: "Ana",
    };
    team.type("decisions", 1, {
      ...base,
      id: "decision-1",
      at: "2026-01-10T08:00:00.000Z",
      verdict: "add",
      stance: "evidenced",
    });
    team.type("decisions", 2, {
      ...base,
      id: "decision-2",
      at: "2026-01-11T08:00:00.000Z",
      verdict: "restance",
      stance: "planned",
      who: "Ben",
    });
    team.type("decisions", 3, {
      ...base,
      id: "decision-3",
      at: "2026-01-11T09:00:00.000Z",
      verdict: "reject",
      quote: "Nobody ever wrote these words here",
    });
    team.run("refresh");
    expect(team.rows("evidence").find(({ code, quote: words }) => code === "TP1" && words === quote)).toMatchObject({
      by: "Person",
      // A person's word is no guess.
      confidence: "",
      stance: "Planned",
      tier: "Found",
      decision: "Stance changed by Ben; opinions differ",
    });
    expect(team.rows("decisions").map(({ outcome }) => outcome)).toEqual([
      "A later decision counts",
      "Stands",
      "Lost its line: its words are no longer in the document",
    ]);
  });

  test.each([
    [{ indicator: "ZZ9" }, "ZZ9 is no code of this rubric"],
    [{ verdict: "maybe" }, '"verdict" is missing or cannot be read'],
    [{ verdict: "add", stance: "sometimes" }, '"stance" is missing or cannot be read'],
    [{ row: "nowhere.SL3" }, "Evidence has no row nowhere.SL3"],
    [{ row: "", note: "I wonder about this" }, "name the row of Evidence"],
  ])("that cannot be used say so beside themselves: %j", (wrong, words) => {
    const { team } = readyTeam();
    const before = team.rows("evidence").map(({ key, tier }) => [key, tier]);
    team.type("decisions", 1, { row: String(found(team).key), verdict: "reject", ...wrong });
    team.run("refresh");
    expect(team.rows("decisions")[0]?.outcome).toContain(words);
    expect(team.rows("evidence").map(({ key, tier }) => [key, tier])).toEqual(before);
  });
});

describe("Reflection", () => {
  test("remarks on a level without evidence, and refuses none", () => {
    const { team } = readyTeam();
    team.type("reflection", 3, { level: "Sustaining" });
    team.type("reflection", 4, { level: "Developing", cited: `${found(team).key}, gone.SL1` });
    team.run("refresh");
    const [, , third, fourth] = team.rows("reflection");
    expect(third).toMatchObject({ level: "Sustaining", mark: "No evidence is cited yet" });
    expect(fourth).toMatchObject({ level: "Developing", mark: "Evidence has no row gone.SL1" });
  });

  test("keeps the earlier entry when one is written over", () => {
    const { team } = readyTeam();
    const cited = String(found(team).key);
    team.type("reflection", 1, { level: "Starting", who: "Roz", date: "2026-01-12", cited, next: "Watch a lesson" });
    team.run("refresh");
    team.type("reflection", 1, { level: "Developing", who: "Deepa", date: "2026-03-02" });
    team.run("refresh");
    team.run("refresh");
    const entries = team.rows("reflection").filter(({ code, level }) => code === "TP1" && level);
    expect(entries.map(({ level, who, next, mark }) => [level, who, next, mark])).toEqual([
      ["Developing", "Deepa", "Watch a lesson", ""],
      ["Starting", "Roz", "Watch a lesson", "Earlier entry"],
    ]);
  });

  test("takes in entries that people add below", () => {
    const { team } = readyTeam();
    team.type("reflection", 40, { code: "SL3", level: "Starting", who: "Ana" });
    team.run("refresh");
    expect(team.rows("reflection").filter(({ who }) => who === "Ana")).toMatchObject([
      { practice: expect.stringMatching(/./) as never, mark: "No evidence is cited yet" },
    ]);
  });
});

describe("Rubric", () => {
  test("edited in the workbook is in force: its words show, its phrases are found", () => {
    const { team } = readyTeam();
    const rubric = team.workbook().sheets.get("rubric");
    const at = rubric?.rows.find(({ cells }) => cells.key === "SB1")?.at ?? 0;
    team.type("rubric", at, { title: "Our norms", phrases: "groups posted" });
    team.run("refresh");
    team.finish();
    expect(team.rows("overview").find(({ key }) => key === "practice:SB1")?.label).toBe("Our norms");
    const line = team
      .rows("evidence")
      .find(({ code, quote }) => code === "SB1" && String(quote).startsWith("Groups posted"));
    expect(line).toMatchObject({ practice: "Our norms" });
  });

  test.each([
    ["phrases", "(norms|rules)", "phrases are plain words"],
    ["title", "", "title"],
    ["emphasis", "sometimes", "Choose one of these: core, usual, occasional"],
  ])(
    "with a fault in %s names it in the cell's note, and the last good version stays in force",
    (column, wrong, words) => {
      const { team } = readyTeam();
      const rubric = team.workbook().sheets.get("rubric");
      const [good, bad] = rubric?.rows ?? [];
      team.type("rubric", good?.at ?? 0, { title: "Watching each other teach" });
      team.run("refresh");
      team.type("rubric", good?.at ?? 0, { title: "Something newer" });
      team.type("rubric", bad?.at ?? 0, { [column]: wrong });
      team.run("refresh");
      const label = () => team.rows("overview").find(({ key }) => key === `practice:${good?.cells.key}`)?.label;
      expect(label()).toBe("Watching each other teach");
      const sheet = team.workspace.books
        .get(team.workbookId)
        ?.sheets.find(({ sheetId }) => sheetId === rubric?.sheetId);
      const note = () => sheetNow()?.rows[bad?.at ?? 0]?.[rubric?.columns.get(column) ?? 0]?.note;
      const sheetNow = () =>
        team.workspace.books.get(team.workbookId)?.sheets.find(({ sheetId }) => sheetId === sheet?.sheetId);
      expect(note()).toContain(words);
      expect(JSON.stringify(team.run("onSheets"))).toContain("last good version stays in force");
      team.type("rubric", bad?.at ?? 0, { [column]: String(bad?.cells[column] || "usual") });
      team.run("refresh");
      expect(label()).toBe("Something newer");
      expect(note()).toBeFalsy();
    },
  );
});

describe("privacy", () => {
  test("with initials leaves no name of the notes in the workbook's lines", () => {
    const { team } = readyTeam({ quoting: "initials" });
    const words = JSON.stringify(team.rows("evidence").map(({ quote, heading, why }) => [quote, heading, why]));
    expect(words).toContain("D. will bring writing samples");
    expect(words).not.toMatch(/Deepa|Cilla|Roz/);
  });

  test("with links only repeats no line, and still takes decisions", () => {
    const { team } = readyTeam({ quoting: "link" });
    const whole = JSON.stringify(
      [...(team.workspace.books.get(team.workbookId)?.sheets ?? [])].map(({ rows }) => rows),
    );
    expect(whole).not.toMatch(/exit tickets|writing samples|Deepa/);
    const before = found(team);
    team.type("decisions", 1, { row: String(before.key), verdict: "reject" });
    team.run("refresh");
    team.finish();
    expect(row(team, "evidence", String(before.key))?.tier).toBe("Not counted");
    expect(JSON.stringify(team.rows("decisions"))).not.toContain(String("exit tickets"));
  });

  test("chosen later is applied to what was read before", () => {
    const { team } = readyTeam();
    const before = team.rows("evidence").map(({ key }) => key);
    team.run("saveSettings", formOf({ quoting: "link" }));
    team.run("refresh");
    team.finish();
    expect(new Set(team.rows("evidence").map(({ quote }) => quote))).toEqual(new Set(["See the document"]));
    expect(team.rows("evidence").map(({ key }) => key)).toEqual(before);
  });

  const OURS = /exit tickets|writing samples|Deepa|Cilla|Roz/;
  /** All that the sheets Evidence and Meetings hold, hidden columns too. */
  const heldIn = (team: Team) => JSON.stringify([team.rows("evidence"), team.rows("meetings")]);

  test.each(["link", "initials"])("chosen later as %s reaches what can no longer be read", (quoting) => {
    const { team, ids } = readyTeam();
    const [lost = "", orphan = "", changed = ""] = ids;
    // A document that is lost, one that was taken out of Sources, and a cited line that is no longer in its document.
    team.workspace.remove(lost);
    team.type("reflection", 1, {
      level: "Starting",
      cited: String(team.rows("evidence").find(({ source }) => source === changed)?.key),
    });
    team.edit(changed, "# Grade 4 PLC Nov 5 2025\n\n- Nothing left of it\n");
    team.run("refresh");
    const row =
      team
        .workbook()
        .sheets.get("sources")
        ?.rows.find(({ cells }) => cells.key === orphan)?.at ?? 0;
    const range = { sheetId: team.workbook().sheets.get("sources")?.sheetId, dimension: "ROWS", startIndex: row };
    team.change([{ deleteDimension: { range: { ...range, endIndex: row + 1 } } }]);
    const before = team.rows("evidence");
    const held = heldIn(team);
    expect(held).toMatch(/Roz visits Cilla/);
    expect(held).toContain("Deepa will bring");
    expect(new Set(before.map(({ source }) => source))).toEqual(new Set(ids));
    team.run("saveSettings", formOf({ quoting }));
    team.run("refresh");
    team.finish();
    const names = quoting === "link" ? OURS : /Deepa|Cilla|Roz/;
    expect(heldIn(team)).not.toMatch(names);
    expect(team.rows("evidence").map(({ key, facts }) => [key, facts])).toEqual(
      before.map(({ key, facts }) => [key, facts]),
    );
    if (quoting === "initials") expect(heldIn(team)).toContain("D. will bring writing samples");
  });

  test("chosen later reaches a document that could not be read just then", () => {
    const { team } = readyTeam();
    team.run("saveSettings", formOf({ quoting: "link" }));
    team.run("refresh", {}, { faults: onCall("Docs.Documents.get", serverError) });
    expect(heldIn(team)).not.toMatch(OURS);
    team.finish();
    expect(new Set(team.rows("evidence").map(({ quote }) => quote))).toEqual(new Set(["See the document"]));
    // And in full again, all of it comes back.
    team.run("saveSettings", formOf({ quoting: "full" }));
    team.run("refresh");
    team.finish();
    expect(heldIn(team)).toContain("Deepa will bring");
  });
});
