import { describe, expect, test } from "vitest";
import { labelledAgendas } from "./corpus";
import { figures, measure, tallied } from "./measure";

/** The least share of right findings among those expected, and among those given, below which something broke. */
const FLOORS = { open: 0.88, held: 0.82 };
/** Types with fewer expected findings than this are printed, but one more or less means nothing. */
const ENOUGH = 5;

describe.each(["open", "held"] as const)("the agendas of %s", (part) => {
  const all = labelledAgendas(part).map(measure);
  process.stdout.write(`\nAgendas, ${part}:\n${figures(all)}\n`);

  test("get the findings that a facilitator would name, and few others", () => {
    for (const [type, { right, wrong, overlooked }] of tallied(all)) {
      if (right + overlooked < ENOUGH) continue;
      expect(right / (right + overlooked), `recall of ${type}`).toBeGreaterThanOrEqual(FLOORS[part]);
      expect(right / (right + wrong), `precision of ${type}`).toBeGreaterThanOrEqual(FLOORS[part]);
    }
  });
});

test.each(["open", "held", "fresh", "late"] as const)(
  "the agendas of %s have the minutes of their items read as written",
  (part) => {
    const all = labelledAgendas(part).map(measure);
    const exact = all.reduce((sum, { boxes }) => sum + boxes[0], 0);
    const labelled = all.reduce((sum, { boxes }) => sum + boxes[1], 0);
    process.stdout.write(`\nTime boxes, ${part}: ${exact} of ${labelled}\n`);
    expect(exact / labelled).toBeGreaterThanOrEqual(0.98);
  },
);
