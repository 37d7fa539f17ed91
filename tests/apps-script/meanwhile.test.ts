import { describe, expect, test, vi } from "vitest";
import type { TableId } from "../../apps-script/workbook/table";
import type { Fault, Faults } from "../google/apps-script/faults";
import { OCTOBER, SEPTEMBER } from "./meetings";
import { readyTeam as ready, type Team } from "./team";

vi.setConfig({ testTimeout: 120_000 });

const readyTeam = () => ready([SEPTEMBER, OCTOBER]);
const LINE = "Sorted all 94 exit tickets into three piles and picked who gets pulled for reteach";

const decision = (document: string, id: string, who: string) => ({
  ...{ id, at: "2026-01-10T08:00:00.000Z", document, meeting: "2025-09-03", quote: LINE, prefix: "", suffix: "" },
  ...{ indicator: "SL3", verdict: "accept", stance: "evidenced", rubric: "plc@1.0.0", who },
});

/** Somebody puts an empty row or column before all others of a sheet. Made beforehand, since looking for it takes time. */
function insertion(team: Team, table: TableId, dimension: "ROWS" | "COLUMNS"): () => void {
  const startIndex = dimension === "ROWS" ? 1 : 0;
  const range = {
    sheetId: team.workbook().sheets.get(table)?.sheetId,
    dimension,
    startIndex,
    endIndex: startIndex + 1,
  };
  return () => team.change([{ insertDimension: { range, inheritFromBefore: false } }]);
}

/** Somebody pastes an address into a row of Sources. */
function paste(team: Team, row: number, link: string): () => void {
  const sheet = team.workbook().sheets.get("sources");
  const start = { sheetId: sheet?.sheetId, rowIndex: row, columnIndex: sheet?.columns.get("link") };
  const rows = [{ values: [{ userEnteredValue: { stringValue: link } }] }];
  return () => team.change([{ updateCells: { start, rows, fields: "userEnteredValue" } }]);
}

/**
 * Does something once, right before the n-th from the end of the calls that read the workbook before it is written. What
 * falls between the last of them and the writing, some tenths of a second later, Google gives no means to notice.
 */
function beforeReading(team: Team, press: string, back: number, run: () => void): Faults {
  const { calls } = team.fork().outcome(press);
  const written = calls.lastIndexOf("Sheets.Spreadsheets.batchUpdate");
  const readings = calls.flatMap((name, at) =>
    name.startsWith("Sheets.") && !name.endsWith("pdate") && at < written ? [at + 1] : [],
  );
  const at = readings[readings.length - back];
  let fault: Fault | undefined = { kind: "meanwhile", run };
  return ({ index }) => {
    if (index !== at || !fault) return undefined;
    const now = fault;
    fault = undefined;
    return now;
  };
}

const BACK = [1, 2, 3, 4, 5, 6] as const;

describe("while a refresh is at work", () => {
  test.each(BACK)("a row put into Decisions before the last reading but %d costs nobody a decision", (back) => {
    const { team, ids } = readyTeam();
    const [first = ""] = ids;
    team.type("decisions", 1, decision(first, "decision-1", "Ana"));
    team.type("decisions", 2, decision(first, "decision-1", "Ana"));
    team.type("decisions", 3, decision(first, "decision-2", "Ben"));
    team.type("decisions", 4, { row: String(team.rows("evidence")[0]?.key), verdict: "reject", who: "Roz" });
    const faults = beforeReading(team, "refresh", back, insertion(team, "decisions", "ROWS"));
    team.run("refresh", {}, { faults });
    team.finish();
    expect(team.rows("decisions").map(({ id, who, verdict }) => [String(id).slice(0, 9), who, verdict])).toEqual([
      ["decision-", "Ana", "accept"],
      ["decision-", "Ben", "accept"],
      [expect.stringMatching(/^hand-/), "Roz", "reject"],
    ]);
    expect(team.rows("decisions")[1]?.id).toBe("decision-2");
  });

  test.each(BACK)("a row or column put into Evidence before the last reading but %d mixes no rows up", (back) => {
    for (const dimension of ["ROWS", "COLUMNS"] as const) {
      const { team, ids } = readyTeam();
      team.edit(ids[0] ?? "", SEPTEMBER.replace(/- Sorted.*\n/, "").replace("- We have not", "- We have now not"));
      const whole = team.fork();
      whole.run("refresh");
      const faults = beforeReading(team, "refresh", back, insertion(team, "evidence", dimension));
      team.run("refresh", {}, { faults });
      team.finish();
      expect(team.rows("evidence")).toEqual(whole.rows("evidence"));
    }
  });

  test("an address that a colleague pastes into Sources while Drive is looked at stays, and is read", () => {
    const { team } = readyTeam();
    const [added, pasted] = [
      team.document("# PLC Nov 5 2025\n\n- Met\n"),
      team.document("# PLC Dec 3 2025\n\n- Met\n"),
    ];
    team.add(added);
    const run = paste(team, 3, `https://docs.google.com/document/d/${pasted}/edit`);
    let typed = false;
    const faults: Faults = ({ name }) => {
      if (!name.startsWith("Drive.") || typed) return undefined;
      typed = true;
      return { kind: "meanwhile", run };
    };
    team.run("continueRefresh", {}, { faults });
    expect(typed).toBe(true);
    team.finish();
    expect(team.rows("sources").map(({ key }) => key)).toEqual(expect.arrayContaining([added, pasted]));
  });

  test("somebody who moves rows without end is waited for, and nothing is written over", () => {
    const { team, ids } = readyTeam();
    team.edit(ids[0] ?? "", SEPTEMBER.replace("94 exit", "95 exit"));
    const before = team.rows("evidence");
    const run = insertion(team, "evidence", "ROWS");
    const faults: Faults = ({ name }) =>
      name === "Sheets.Spreadsheets.DeveloperMetadata.search" ? { kind: "meanwhile", run } : undefined;
    const outcome = team.outcome("refresh", {}, { faults });
    expect(outcome.status).toBe("done");
    expect(JSON.stringify(outcome)).toContain("Press Continue in a moment");
    expect(team.rows("evidence")).toEqual(before);
    team.finish();
    expect(JSON.stringify(team.rows("evidence"))).toContain("95 exit");
  });
});
