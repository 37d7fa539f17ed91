import { expect, test } from "vitest";
import { editOf } from "../../../extension/hosts/edit-of";

test("what of a line stayed the same around one edit is found; another text is no edit", () => {
  expect(editOf("wereaddata", "wereadthedata")).toEqual({ prefix: 6, suffix: 4, shown: 13 });
  expect(editOf("wereaddata", "somethingelse")).toBeUndefined();
});
