import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readNotes } from "../../../cli/readers/read-notes";

/** `UPDATE_GOLDEN=1 npx vitest run tests/cli/readers` writes what is read now; look at the difference before you keep it. */
const update = process.env.UPDATE_GOLDEN === "1";
const goldens = join(import.meta.dirname, "golden");

describe("a file of notes", { timeout: 30_000 }, () => {
  test.each(readdirSync(goldens))("reads as its golden says: %s", async (name) => {
    const folder = join(goldens, name);
    const input = readdirSync(folder).find((file) => file.startsWith("input."));
    if (!input) throw new Error(`${name} has no input`);
    const read = await readNotes(readFileSync(join(folder, input)), input);
    const expected = join(folder, "expected.json");
    if (update) writeFileSync(expected, `${JSON.stringify(read, null, 2)}\n`);
    expect(read).toEqual(JSON.parse(readFileSync(expected, "utf8")));
  });
});
