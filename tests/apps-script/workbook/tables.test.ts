import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import columns from "../../../apps-script/workbook/columns.json";
import looks from "../../../apps-script/workbook/looks.json";
import { TABLE_IDS } from "../../../apps-script/workbook/table";
import { tablesOf } from "../../../apps-script/workbook/tables";
import { DECISION_COLUMNS } from "../../../core/decisions/decision";
import { plcRubric } from "../../../core/rubric/rubric";

const column = z.strictObject({
  id: z.string().check(z.regex(/^\w+$/)),
  title: z.string(),
  width: z.int().check(z.minimum(40), z.maximum(700)),
  hidden: z.optional(z.literal(true)),
  edited: z.optional(z.literal(true)),
  note: z.optional(z.string()),
  format: z.optional(z.enum(["percent", "wrap", "center"])),
});

test.each(Object.entries(columns))("the columns of %s are what the code takes them for", (_, list) => {
  expect(z.safeParse(z.array(column), list).error?.issues).toBeUndefined();
});

test("the looks of the sheets are what the code takes them for", () => {
  const look = z.tuple([z.enum(TABLE_IDS), z.string(), z.string().check(z.regex(/^#[\dA-F]{6}$/)), z.int()]);
  expect(z.safeParse(z.array(look), looks).error?.issues).toBeUndefined();
});

describe.each(tablesOf(plcRubric).map((table) => ({ name: table.title, table })))("the sheet $name", ({ table }) => {
  test("has its key among its columns, and no column twice", () => {
    const ids = table.columns.map(({ id }) => id);
    expect(ids).toContain(table.key);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("there is a sheet for every table, in one order", () => {
  expect(tablesOf(plcRubric).map(({ id }) => id)).toEqual(TABLE_IDS);
  expect(Object.keys(columns)).toEqual(TABLE_IDS);
});

test("Decisions begins with the columns of a decision, in their order", () => {
  const decisions = tablesOf(plcRubric).find(({ id }) => id === "decisions");
  expect(decisions?.columns.map(({ id }) => id)).toEqual([...DECISION_COLUMNS, "row", "outcome"]);
});
