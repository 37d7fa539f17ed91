import { describe, expect, test, vi } from "vitest";
import { type Faults, serverError } from "../google/apps-script/faults";
import { SCRIPT_LIMIT } from "../google/apps-script/script-project";
import { OCTOBER, SEPTEMBER } from "./meetings";
import { Team } from "./team";

vi.setConfig({ testTimeout: 120_000 });

/** A team with a schedule that looks at the sources once a day, and one document read. */
function scheduledTeam(): { team: Team; id: string } {
  const team = new Team("organisation");
  const id = team.document(SEPTEMBER);
  team.add(id);
  team.run("startSchedule");
  team.finish();
  return { team, id };
}

const HOUR = 3_600_000;
const hourly = (team: Team, faults?: Faults) => {
  team.clock.advance(HOUR);
  const [outcome] = team.script.runDueTriggers(faults ? { faults } : {});
  if (!outcome) throw new Error("No trigger was due.");
  return outcome;
};
const writes = (calls: readonly string[]) => calls.filter((name) => /^Sheets\..*pdate$/.test(name));

/** Another team has its turn until the n-th time that this one asks for its own. */
function heldUntil(team: Team, nth: number): Faults {
  const release = team.script.holdScriptLock();
  let asked = 0;
  return ({ name }) => {
    if (name !== "Lock.tryLock") return undefined;
    asked++;
    return asked === nth ? { kind: "meanwhile", run: release } : undefined;
  };
}

describe("where many teams share a deployment", () => {
  test("the hourly run waits for minutes until it is its turn, and then reads", () => {
    const { team } = scheduledTeam();
    team.add(team.document(OCTOBER));
    const outcome = hourly(team, heldUntil(team, 12));
    expect(outcome).toMatchObject({ status: "done", logs: ["Read 1 document. All is up to date."] });
    expect(outcome.elapsed).toBeLessThan(SCRIPT_LIMIT);
    expect(team.rows("meetings")).toHaveLength(2);
  });

  test("the hourly run that never has its turn ends in time, and leaves the next one free to go on", () => {
    const { team } = scheduledTeam();
    team.add(team.document(OCTOBER));
    const outcome = hourly(team, heldUntil(team, Number.POSITIVE_INFINITY));
    expect(outcome.status).toBe("done");
    expect(outcome.elapsed).toBeLessThan(SCRIPT_LIMIT);
    team.script.stores.locks.delete("script");
    team.finish();
    expect(team.rows("meetings")).toHaveLength(2);
  });

  test("what was read is written even where others have their turn by then", () => {
    const { team } = scheduledTeam();
    team.add(team.document(OCTOBER));
    let release = () => {};
    const faults: Faults = ({ name }) =>
      name === "Docs.Documents.get"
        ? {
            kind: "meanwhile",
            run: () => {
              release = team.script.holdScriptLock();
            },
          }
        : undefined;
    const answer = team.run("continueRefresh", {}, { faults });
    release();
    expect(JSON.stringify(answer)).toContain("Read 1 document. All is up to date.");
  });

  test("a card that has to wait too long says so, and what was added is read with the next press", () => {
    const { team } = scheduledTeam();
    team.add(team.document(OCTOBER));
    const release = team.script.holdScriptLock();
    expect(JSON.stringify(team.run("continueRefresh"))).toContain("Press Continue in a moment");
    release();
    expect(JSON.stringify(team.run("continueRefresh"))).toContain("Read 1 document. All is up to date.");
  });
});

describe("an hour with nothing to do", () => {
  test("writes nothing into the workbook", () => {
    const { team, id } = scheduledTeam();
    hourly(team);
    const before = team.picture();
    for (let hour = 0; hour < 3; hour++) {
      const { status, calls } = hourly(team);
      expect(status).toBe("done");
      expect(writes(calls)).toEqual([]);
    }
    expect(team.picture()).toEqual(before);
    // Once a day it looks at the documents, and then reads what changed.
    team.edit(id, SEPTEMBER.replace("94 exit", "95 exit"));
    team.clock.advance(24 * HOUR);
    expect(hourly(team).logs.join()).toContain("Read 1 document");
  });

  test("takes in a decision that somebody made by hand", () => {
    const { team } = scheduledTeam();
    hourly(team);
    team.type("decisions", 1, { row: String(team.rows("evidence")[0]?.key), verdict: "reject", who: "Roz" });
    hourly(team);
    hourly(team);
    expect(team.rows("decisions")).toMatchObject([{ who: "Roz", outcome: "Stands" }]);
  });

  test("makes a sheet again that was deleted", () => {
    const { team } = scheduledTeam();
    const before = team.rows("evidence").map(({ key }) => key);
    team.change([{ deleteSheet: { sheetId: team.workbook().sheets.get("evidence")?.sheetId } }]);
    hourly(team);
    expect(team.rows("evidence").map(({ key }) => key)).toEqual(before);
  });
});

test("trouble in the middle of a refresh keeps nobody else waiting", () => {
  const { team } = scheduledTeam();
  team.add(team.document(OCTOBER));
  let writing = 0;
  const faults: Faults = ({ name }) =>
    name === "Sheets.Spreadsheets.Values.batchUpdate" && writing++ === 0 ? serverError : undefined;
  expect(JSON.stringify(team.run("continueRefresh", {}, { faults }))).toContain("did not answer as expected");
  expect(JSON.stringify(team.run("continueRefresh"))).toContain("Read 1 document. All is up to date.");
});
