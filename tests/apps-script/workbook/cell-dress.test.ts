import fc from "fast-check";
import { expect, test } from "vitest";
import { dressRequests } from "../../../apps-script/workbook/cell-dress";

test("few requests dress the very cells that were asked for, each as it was asked last", () => {
  const dress = fc.record({
    row: fc.nat(12),
    column: fc.nat(3),
    fields: fc.constantFrom("note", "userEnteredValue"),
    cell: fc.record({ note: fc.string() }),
  });
  fc.assert(
    fc.property(fc.array(dress, { maxLength: 40 }), (asked) => {
      const wanted = new Map(asked.map(({ row, column, fields, cell }) => [`${fields} ${column} ${row}`, cell]));
      const given = new Map<string, unknown>();
      const requests = dressRequests(7, asked);
      for (const { updateCells } of requests) {
        const { start, rows = [], fields } = updateCells ?? {};
        rows.forEach(({ values }, at) => {
          given.set(`${fields} ${start?.columnIndex} ${(start?.rowIndex ?? 0) + at}`, values?.[0]);
        });
      }
      expect(given).toEqual(wanted);
      expect(requests.length).toBeLessThanOrEqual(wanted.size);
    }),
  );
});
