import { VERDICTS } from "../../core/decisions/decision";
import type { Rubric } from "../../core/rubric/rubric";
import { EMPHASES } from "../../core/rubric/schema";
import { STANCES } from "../../core/tagger/tag";
import columnLists from "./columns.json" with { type: "json" };
import looks from "./looks.json" with { type: "json" };
import type { Column, Table, TableId } from "./table";

/** The stages of a level of effectiveness. People enter it; nothing computes it. */
export const STAGES = ["Not started yet", "Starting", "Developing", "Sustaining"] as const;

/** Months that the Overview shows; older ones are summed up before them. */
export const MONTHS = 12;

/** Columns that are there in every workbook; `tests/apps-script/workbook/tables.test.ts` holds the file to the type. */
const COLUMNS = columnLists as Readonly<Record<TableId, readonly object[]>> as Readonly<
  Record<TableId, readonly Column[]>
>;

/** The sheets in their order: id, title, colour, columns that stay in view. */
const LOOKS = looks as unknown as readonly (readonly [
  id: TableId,
  title: string,
  color: string,
  frozenColumns: number,
])[];

/** The sheets of the workbook, in their order. What depends on the rubric is made from it; its codes never change. */
export function tablesOf(rubric: Rubric): readonly Table[] {
  const choices = choicesFor(rubric);
  return LOOKS.map(([id, title, color, frozenColumns]) => ({
    id,
    title,
    color,
    key: id === "decisions" ? "id" : "key",
    columns: columnsOf(id, rubric).map((column) => {
      const own = choices[`${id} ${column.id}`];
      return own ? { ...column, choices: own } : column;
    }),
    frozenColumns,
  }));
}

function columnsOf(id: TableId, rubric: Rubric): readonly Column[] {
  const columns = COLUMNS[id];
  if (id === "overview") return [...columns.slice(0, BEFORE_MONTHS), ...months, ...columns.slice(BEFORE_MONTHS)];
  if (id !== "coverage") return columns;
  const practices = rubric.indicators.map(
    ({ code, title }): Column => ({ id: code, title: code, width: 48, note: title, format: "center" }),
  );
  return [...columns, ...practices];
}

/** Columns of the Overview that stand before its months. */
const BEFORE_MONTHS = 3;
const months = Array.from(
  { length: MONTHS },
  (_, at): Column => ({ id: `m${at}`, title: "", width: 54, format: "center" }),
);

function choicesFor({ indicators }: Rubric): Readonly<Record<string, readonly string[]>> {
  const codes = indicators.map(({ code }) => code);
  return {
    "decisions indicator": codes,
    "decisions verdict": VERDICTS,
    "decisions stance": STANCES,
    "reflection code": codes,
    "reflection level": STAGES,
    "rubric emphasis": EMPHASES,
  };
}
