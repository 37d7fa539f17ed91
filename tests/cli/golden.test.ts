import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Coverage } from "../../core/index";
import { plumbline, root } from "./plumbline";
import { scratch } from "./scratch";

/** `UPDATE_GOLDEN=1 npx vitest run tests/cli/golden.test.ts` writes what is read now; look at the difference before you keep it. */
const update = process.env.UPDATE_GOLDEN === "1";
const goldens = join(import.meta.dirname, "golden");

/** The folder of notes of a golden: its own, or the one that `notes-at.txt` names from the root of the project. */
function notesOf(golden: string): string {
  const elsewhere = join(golden, "notes-at.txt");
  return existsSync(elsewhere) ? join(root, readFileSync(elsewhere, "utf8").trim()) : join(golden, "notes");
}

/** What a coverage says beside its tags, which depend on how the model is trained. */
const skeletonOf = ({ rubric, meetings }: Coverage) => ({
  rubric,
  meetings: meetings.map(({ tags: _, source, ...rest }) => ({ source: source.replaceAll("\\", "/"), ...rest })),
});

test.each(readdirSync(goldens))("a folder of notes gives the meetings of its golden: %s", async (name) => {
  const notes = notesOf(join(goldens, name));
  const out = join(scratch(), "coverage.json");
  const { code, err } = await plumbline(["coverage", basename(notes), "--out", out], { cwd: dirname(notes) });
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Wrote .* meetings\.\n$/) });
  const skeleton = skeletonOf(JSON.parse(readFileSync(out, "utf8")));
  const expected = join(goldens, name, "expected.json");
  if (update) writeFileSync(expected, `${JSON.stringify(skeleton, null, 2)}\n`);
  expect(skeleton).toEqual(JSON.parse(readFileSync(expected, "utf8")));
});
