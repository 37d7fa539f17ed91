import { expect, test } from "vitest";
import { a1, columnName } from "../../../apps-script/workbook/a1";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (index, name) => {
  expect(columnName(index)).toBe(name);
});

test("a sheet's name with an apostrophe is quoted", () => {
  expect(a1("Ana's notes", 1, 0, 3, 27)).toBe("'Ana''s notes'!A2:AB4");
});
