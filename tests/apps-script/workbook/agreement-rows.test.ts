import { describe, expect, test, vi } from "vitest";
import { NOVEMBER, OCTOBER, SEPTEMBER } from "../meetings";
import { readyTeam as ready, type Team } from "../team";

vi.setConfig({ testTimeout: 60_000 });

const readyTeam = () => ready([SEPTEMBER, OCTOBER, NOVEMBER]);
const agreement = (team: Team) => new Map(team.rows("agreement").map((row) => [String(row.key), row]));
const between = (team: Team, names: string, code = "") =>
  team.rows("agreement").find((row) => row.between === names && row.code === code);
const found = (team: Team) => team.rows("evidence").filter(({ tier }) => tier === "Found");

let made = 0;
/** A decision as the extension writes it. */
function decide(team: Team, line: Readonly<Record<string, string | number>>, cells: Readonly<Record<string, string>>) {
  made++;
  const row = team.rows("decisions").length + 1;
  team.type("decisions", row, {
    id: `decision-${made}`,
    at: new Date(Date.UTC(2026, 0, 10) + made).toISOString(),
    document: String(line.source),
    meeting: String(line.date),
    quote: String(line.quote),
    indicator: String(line.code),
    verdict: "accept",
    stance: "evidenced",
    rubric: "plc@1.0.0",
    reader: "compact",
    ...cells,
  });
}

function refreshed(team: Team): Team {
  team.run("refresh");
  team.finish();
  return team;
}

describe("the sheet Agreement", () => {
  test("has a row for every practice, and says that nobody has decided yet", () => {
    const { team } = readyTeam();
    const rows = agreement(team);
    expect(rows.size).toBe(30);
    expect(rows.get("machine")?.words).toMatch(
      /^Nobody has decided on a line yet\. Waiting for a look: \d+ lines that the program found\.$/,
    );
    expect(rows.get("machine:SL3")).toMatchObject({ both: "", first: "", second: "", agreement: "" });
    expect([...rows.values()].map(({ words }) => words).join(" ")).not.toMatch(/fail|wrong|error|score/i);
  });

  test("sets what the program found against what people made of it", () => {
    const { team } = readyTeam();
    const [kept, turnedDown] = found(team);
    expect(kept?.quote).not.toBe(turnedDown?.quote);
    decide(team, kept ?? {}, { who: "Roz" });
    decide(team, turnedDown ?? {}, { who: "Roz", verdict: "reject", stance: "" });
    decide(team, kept ?? {}, { who: "Roz", verdict: "add", indicator: "TP1", reader: "" });
    refreshed(team);
    const rows = agreement(team);
    expect(rows.get("machine")).toMatchObject({ both: 1, first: 1, second: 1, agreement: 0.5 });
    expect(rows.get("machine")?.words).toContain(
      "You decided on 2 lines that the program found, and kept 1; you added 1.",
    );
    expect(rows.get("machine:TP1")).toMatchObject({ both: 0, first: 0, second: 1, agreement: 0 });
    expect(rows.get(`machine:${kept?.code}`)?.words).toMatch(/you kept 1/);
  });

  test("goes on knowing what the program found once people have had their say", () => {
    const { team, ids } = readyTeam();
    const [line] = found(team);
    decide(team, line ?? {}, { who: "Roz" });
    refreshed(team);
    team.edit(ids[2] ?? "", `${NOVEMBER}\n- And one line more\n`);
    refreshed(team);
    expect(agreement(team).get(`machine:${line?.code}`)).toMatchObject({ both: 1, second: 0, agreement: 1 });
  });

  test("shows where two people see a practice in different lines, and takes it away when one takes it back", () => {
    const { team } = readyTeam();
    const [one, two] = found(team);
    const code = String(one?.code);
    decide(team, one ?? {}, { who: "Roz" });
    decide(team, one ?? {}, { who: "Ana" });
    decide(team, two ?? {}, { who: "Ana", indicator: code, verdict: "add", reader: "" });
    decide(team, two ?? {}, { who: "Roz", indicator: code, verdict: "reject", stance: "" });
    refreshed(team);
    expect(between(team, "Ana and Roz")?.words).toMatch(
      /^Ana and Roz both looked at 2 lines of (?:one document|2 documents)\.$/,
    );
    const both = between(team, "Ana and Roz", code);
    expect(both).toMatchObject({ both: 1, first: 1, second: 0 });
    expect(both?.agreement).toBeCloseTo(2 / 3);
    expect(both?.words).toContain("What does");
    expect(both?.practice).toBe(one?.practice);
    for (const [line, indicator] of [
      [one, code],
      [two, code],
    ] as const)
      decide(team, line ?? {}, { who: "Roz", indicator, verdict: "withdraw", stance: "" });
    refreshed(team);
    expect(between(team, "Ana and Roz")).toBeUndefined();
    expect(team.rows("agreement")).toHaveLength(30);
  });

  test("keeps a row beside which people wrote, and says that it is over", () => {
    const { team } = readyTeam();
    const [line] = found(team);
    for (const who of ["Ana", "Roz"]) decide(team, line ?? {}, { who });
    refreshed(team);
    const sheet = team.workbook().sheets.get("agreement");
    const at = sheet?.rows.find(({ cells }) => cells.between === "Ana and Roz" && cells.code === "")?.at;
    team.change([
      { appendDimension: { sheetId: sheet?.sheetId, dimension: "COLUMNS", length: 1 } },
      {
        updateCells: {
          start: { sheetId: sheet?.sheetId, rowIndex: at, columnIndex: sheet?.columnCount },
          rows: [{ values: [{ userEnteredValue: { stringValue: "We talked about it in March" } }] }],
          fields: "userEnteredValue",
        },
      },
    ]);
    decide(team, line ?? {}, { who: "Roz", verdict: "withdraw", stance: "" });
    refreshed(team);
    expect(between(team, "Ana and Roz")).toMatchObject({
      both: "",
      words: "There is nothing to compare here any more.",
    });
    expect(between(team, "Ana and Roz", String(line?.code))).toBeUndefined();
  });

  test("takes a name for a name, whatever it begins with", () => {
    const { team } = readyTeam();
    const [line] = found(team);
    for (const who of ['=HYPERLINK("http://x")', "+Roz"]) decide(team, line ?? {}, { who });
    refreshed(team);
    const sheet = team.workbook().sheets.get("agreement");
    const cells = team.workspace.books
      .get(team.workbookId)
      ?.sheets.find(({ sheetId }) => sheetId === sheet?.sheetId)?.rows;
    expect(JSON.stringify(cells)).toContain("+Roz and =HYPERLINK");
    expect(JSON.stringify(cells)).not.toContain("formulaValue");
  });

  test("is added to a workbook that was made before there was one", () => {
    const { team } = readyTeam();
    team.change([{ deleteSheet: { sheetId: team.workbook().sheets.get("agreement")?.sheetId } }]);
    const order = () => team.workspace.books.get(team.workbookId)?.sheets.map(({ properties }) => properties.title);
    expect(order()).not.toContain("Agreement");
    refreshed(team);
    expect(order()?.slice(3, 7)).toEqual(["Meetings", "Decisions", "Agreement", "Reflection"]);
    expect(team.rows("agreement")).toHaveLength(30);
  });
});
