import { describe, expect, test } from "vitest";
import { cutAt } from "../google/apps-script/faults";
import { OCTOBER, SEPTEMBER } from "./meetings";
import { Team } from "./team";

/** A run that was cut off is given up for dead after this. Milliseconds. */
const GIVEN_UP = 40_000;

/** What happens to two teams alike: documents come, one of them changes, another is lost. */
const STEPS: readonly {
  readonly name: string;
  readonly prepare: (team: Team, ids: readonly string[]) => void;
  readonly press: string;
}[] = [
  { name: "reads new documents", prepare: (team, ids) => team.add(...ids), press: "continueRefresh" },
  {
    name: "reads what changed",
    prepare: (team, ids) => {
      team.edit(
        ids[0] ?? "",
        SEPTEMBER.replace("94 exit tickets", "95 slips").replace(
          "- We have not looked at each other's lessons yet\n",
          "",
        ),
      );
      team.workspace.trash(ids[1] ?? "");
    },
    press: "refresh",
  },
];

const teams: Team[] = [];
{
  const team = new Team();
  const ids = [SEPTEMBER, OCTOBER].map((text) => team.document(text));
  for (const { prepare } of STEPS) {
    prepare(team, ids);
    teams.push(team.fork());
    team.finish();
  }
}

describe.each(STEPS.map(({ name, press }, step) => ({ name, press, step })))("a run that $name", ({ press, step }) => {
  const before = teams[step] as Team;
  const whole = before.fork();
  const { calls } = whole.outcome(press);
  const picture = whole.picture();
  const cuts = calls.flatMap((name, at) =>
    // What a call that writes nothing answers makes no difference once the run is over.
    /batchUpdate|setProperties|deleteProperty|put/.test(name)
      ? [
          { name, at: at + 1, when: "before" as const },
          { name, at: at + 1, when: "after" as const },
        ]
      : [{ name, at: at + 1, when: "before" as const }],
  );

  test.each(cuts)(
    "and is cut off $when call $at, $name, ends in the same workbook",
    { timeout: 20_000 },
    ({ at, when }) => {
      const team = before.fork();
      expect(team.outcome(press, {}, { faults: cutAt(at, when) }).status).toBe("killed");
      team.clock.advance(GIVEN_UP);
      team.run(press);
      team.finish();
      expect(team.picture()).toEqual(picture);
    },
  );
});
