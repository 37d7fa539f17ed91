import { expect, test } from "vitest";
import { aligned } from "../../evaluation/aligned";

test("columns line up: names to the left, figures to the right, and no line ends in spaces", () => {
  const rows = [
    ["", "tags", "right"],
    ["found", "7", "0.849"],
    ["x", "1234"],
  ];
  expect(aligned(rows)).toBe("         tags  right\n  found     7  0.849\n  x      1234\n");
});
