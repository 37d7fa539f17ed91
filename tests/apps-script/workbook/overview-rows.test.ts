import { expect, test, vi } from "vitest";
import { SEPTEMBER } from "../meetings";
import { readyTeam, Team } from "../team";

vi.setConfig({ testTimeout: 60_000 });

const labels = (team: Team) => new Map(team.rows("overview").map(({ key, label }) => [key, label]));

test("a list with nothing in it says so", () => {
  const { team } = readyTeam([SEPTEMBER]);
  expect(labels(team).get("new:0")).toBe("No practice showed for the first time lately.");
  expect(labels(team).get("ago:0")).toBe("None has been out of sight for long.");
});

test("before any meeting there are no lists", () => {
  const team = new Team();
  team.run("makeWorkbook");
  team.run("continueRefresh");
  expect(labels(team).get("headline")).toBe("No meetings have been read yet.");
  expect(labels(team).get("section:new")).toBe("");
});

test("cells without a word are empty, so that a long line runs on over them", () => {
  const { team } = readyTeam([SEPTEMBER]);
  const overview = team.workbook().sheets.get("overview");
  const book = team.workspace.books.get(team.workbookId);
  const rows = book?.sheets.find(({ sheetId }) => sheetId === overview?.sheetId)?.rows ?? [];
  const texts = rows.slice(1).flatMap((row) => (row ?? []).map((cell) => cell?.userEnteredValue?.stringValue));
  expect(texts).not.toContain("");
});
