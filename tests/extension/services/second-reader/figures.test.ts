import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIGURES } from "../../../../extension/services/second-reader/figures";

test("what the settings say of the readers is what was measured", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../../../deep-reader/README.md"), "utf8");
  const rows = readme
    .split("\n")
    .filter((row) => row.startsWith("|"))
    .map((row) => row.split("|").map((cell) => cell.trim()));
  const head = rows.find((row) => row.includes("reader")) ?? [];
  const figuresOf = (reader: string) => {
    const row = rows.find((cells) => cells[head.indexOf("reader")] === reader) ?? [];
    const hundredths = (name: string) => Math.round(Number(row[head.indexOf(name)]) * 100);
    return { right: hundredths("precision"), noticed: hundredths("recall") };
  };
  expect({ compact: figuresOf("compact"), deep: figuresOf("deep") }).toEqual(FIGURES);
});
