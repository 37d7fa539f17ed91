import { expect, test } from "vitest";
import { TextLadder } from "../../../extension/hosts/text-ladder";

test("a source that fails once is given another try before a lesser one is asked", () => {
  const ladder = new TextLadder();
  ladder.answered(true);
  ladder.failed();
  expect([ladder.way, ladder.needsOther]).toEqual(["annotated", false]);
  ladder.failed();
  expect(ladder.needsOther).toBe(true);
  ladder.fell("export");
  ladder.answered(false);
  expect([ladder.way, ladder.needsOther]).toEqual(["annotated", false]);
});

test("text that stood still while the page went on is left for the next source until it is news again", () => {
  const ladder = new TextLadder();
  ladder.answered(true);
  for (const now of [0, 3000, 6000]) {
    ladder.compared(2, now);
    ladder.answered(false);
    expect([ladder.stale, ladder.needsOther]).toEqual([false, false]);
  }
  ladder.compared(2, 6001);
  ladder.answered(false);
  expect([ladder.stale, ladder.needsOther]).toEqual([true, true]);
  ladder.fell("export");
  ladder.compared(0, 9000);
  ladder.answered(false);
  expect([ladder.way, ladder.needsOther]).toEqual(["export", true]);
  ladder.answered(true);
  expect([ladder.way, ladder.stale, ladder.needsOther]).toEqual(["annotated", false, false]);
});

test.each<[string, (ladder: TextLadder, now: number) => void]>([
  ["the page shows what the text says again", (ladder, now) => ladder.compared(0, now)],
  ["the text was news meanwhile", (ladder) => ladder.answered(true)],
])("text does not count as standing still where %s", (_, meanwhile) => {
  const ladder = new TextLadder();
  ladder.answered(true);
  ladder.compared(2, 0);
  meanwhile(ladder, 5000);
  ladder.compared(2, 6001);
  ladder.answered(false);
  expect([ladder.way, ladder.stale]).toEqual(["annotated", false]);
});
