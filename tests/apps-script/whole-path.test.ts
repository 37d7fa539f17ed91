import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Team } from "./team";

const sample = readFileSync(join(import.meta.dirname, "../../cli/samples/2025-11-05 gr4 notes.md"), "utf8");

test("one document becomes a workbook", () => {
  const team = new Team();
  const id = team.document(sample, "2025-11-05 gr4 notes");
  team.add(id);
  const o = team.outcome("continueRefresh");
  console.log(o.status, "error" in o ? o.error : "", o.calls, o.elapsed);
  const b = team.workbook();
  for (const [t, s] of b.sheets) console.log(t, s.rows.length, s.rows.slice(0, 3).map(({ cells }) => Object.values(cells).join(" | ")));
  expect(1).toBe(1);
});
