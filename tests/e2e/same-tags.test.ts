import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adaptRubric, createTagger, plcRubric } from "../../core/index";
import { type ReaderMakers, TAGGER } from "../../extension/overlay/load-tagger";
import { listGold, notesOf } from "../../training/gold";
import { BUILT } from "./extension";
import { findChromium } from "./find-browsers";

const root = join(import.meta.dirname, "../..");
const found = findChromium();
const FOLDERS = ["tests/corpus", "../shared/corpus/dev"].filter((folder) => existsSync(join(root, folder)));

describe.skipIf(found === undefined)("the tagger that the extension ships, in Chromium", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found as string, args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage();
    await page.addScriptTag({ path: join(root, BUILT.chromium, "tagger.js") });
  }, 60_000);
  afterAll(() => browser?.close());

  test.each(FOLDERS)("gives the meetings of %s the same tags as Node", async (folder) => {
    const meetings = listGold(join(root, folder)).map(notesOf);
    expect(meetings.length).toBeGreaterThan(0);
    const inNode = createTagger(adaptRubric(plcRubric));
    const there = await page.evaluate(
      ({ name, rubric, notes }) => {
        const makers = (globalThis as never)[Symbol.for(name)] as ReaderMakers;
        const steps = makers.tagger(rubric, {}, null);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const tagger = step.value;
        return notes.map((one) => JSON.stringify(tagger.tag(one).tags));
      },
      { name: TAGGER.description as string, rubric: plcRubric, notes: meetings },
    );
    expect(there).toEqual(meetings.map((notes) => JSON.stringify(inNode.tag(notes).tags)));
  });
});
