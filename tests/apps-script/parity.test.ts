import { existsSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { describe, expect, test, vi } from "vitest";
import { SCRIPT } from "../../apps-script/build/bundle";
import type { Notes } from "../../core/notes/notes";
import { plcRubric } from "../../core/rubric/rubric";
import { createTagger } from "../../core/tagger/tagger";
import { listGold, notesOf } from "../../training/gold";

vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, "../..");
const FOLDERS = ["tests/corpus", "../shared/corpus/dev"].filter((folder) => existsSync(join(root, folder)));

/** The core as one script, built just as the add-on is, in a bare world. */
async function taggerInBareWorld(): Promise<(notes: string) => string> {
  const { outputFiles } = await build({
    ...SCRIPT,
    stdin: {
      contents: `import { createTagger } from "./core/tagger/tagger"; import { plcRubric } from "./core/rubric/rubric";
        const tagger = createTagger(plcRubric);
        export const tag = (notes) => JSON.stringify(tagger.tag(JSON.parse(notes)).tags);`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    globalName: "core",
  });
  const world = createContext({});
  for (const name of ["console", "WebAssembly", "SharedArrayBuffer", "Atomics"])
    new Script(`delete globalThis.${name}`).runInContext(world);
  new Script(outputFiles[0]?.text ?? "").runInContext(world);
  return (notes) => new Script(`core.tag(${JSON.stringify(notes)})`).runInContext(world) as string;
}

const inBareWorld = await taggerInBareWorld();
const inNode = createTagger(plcRubric);

describe.each(FOLDERS)("the meetings of %s", (folder) => {
  const meetings = listGold(join(root, folder));

  test("get the same tags from the script that Google runs as from Node", () => {
    expect(meetings.length).toBeGreaterThan(0);
    for (const meeting of meetings) {
      const notes: Notes = notesOf(meeting);
      expect(JSON.parse(inBareWorld(JSON.stringify(notes))), meeting.name).toEqual(
        JSON.parse(JSON.stringify(inNode.tag(notes).tags)),
      );
    }
  });
});
