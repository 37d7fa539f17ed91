import { expect, test } from "vitest";
import type { HostLine } from "../../../extension/hosts/host";
import { changeBetween, spansIn } from "../../../extension/overlay/live-tags";

const line = (text: string, id = 1): HostLine => ({ id, text, line: { kind: "para", text }, lead: 0, shownFrom: 0 });

test.each<[string, string, [number, number][]]>([
  ["We agreed on norms", "We agreed on norms", [[13, 18]]],
  ["We agreed on norms", "We all agreed on norms", [[17, 22]]],
  ["We agreed on norms", "We agreed on norms today", [[13, 18]]],
  ["We agreed on norms", "We agreed on nxorms", []],
  ["We agreed on norms", "", []],
])("evidence found in “%s” stands in “%s” at %j", (then, now, spans) => {
  expect(spansIn(line(now), line(then), [[13, 18]])).toEqual(spans);
});

test("evidence counts from the line's own words, past a marker that was typed", () => {
  const bullet: HostLine = { ...line("- norms"), line: { kind: "bullet", text: "norms" }, lead: 2 };
  expect(spansIn(bullet, bullet, [[0, 5]])).toEqual([[2, 7]]);
});

test("the change between two documents is the stretch that is not the same objects", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((text, id) => line(text, id)) as [
    HostLine,
    HostLine,
    HostLine,
    HostLine,
  ];
  expect(changeBetween([a, b, c], [a, d, c])).toEqual({ at: 1, removed: 1, inserted: [d.line] });
  expect(changeBetween([a, b], [a, b])).toEqual({ at: 2, removed: 0, inserted: [] });
});
