import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { adaptRubric, createTagger, plcRubric } from "../../core/index";
import { type ReaderMakers, TAGGER } from "../../extension/overlay/load-tagger";
import { listGold, notesOf } from "../../training/gold";
import { BUILT } from "./extension";
import { findChromium, findFirefox } from "./find-browsers";
import { Firefox } from "./firefox";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = join(import.meta.dirname, "../..");
const FOLDERS = ["tests/corpus", "../shared/corpus/dev"].filter((folder) => existsSync(join(root, folder)));
const inNode = createTagger(adaptRubric(plcRubric));

/** An empty page of a browser. */
interface Engine {
  evaluate<Given, Result>(run: (given: Given) => Result, given: Given): Promise<Awaited<Result>>;
  stop(): Promise<void>;
}

async function openChromium(): Promise<Engine> {
  const executablePath = findChromium() as string;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  return { evaluate: (run, given) => page.evaluate(run as never, given as never), stop: () => browser.close() };
}

async function openFirefox(): Promise<Engine> {
  const browser = await Firefox.start();
  const page = await browser.goto("about:blank");
  return { evaluate: (run, given) => page.evaluate(run, given), stop: () => browser.stop() };
}

const ENGINES = [
  { name: "Chromium", found: findChromium(), built: BUILT.chromium, open: openChromium },
  { name: "Firefox", found: findFirefox(), built: BUILT.firefox, open: openFirefox },
];

for (const { name, found, built, open } of ENGINES) {
  describe.skipIf(found === undefined)(`the tagger that the extension ships, in ${name}`, () => {
    let engine: Engine | undefined;
    beforeAll(async () => {
      engine = await open();
      await engine.evaluate(
        (textContent) => document.head.append(Object.assign(document.createElement("script"), { textContent })),
        readFileSync(join(root, built, "tagger.js"), "utf8"),
      );
    });
    afterAll(() => engine?.stop());

    test.each(FOLDERS)("gives the meetings of %s the same tags as Node", async (folder) => {
      const meetings = listGold(join(root, folder)).map(notesOf);
      expect(meetings.length).toBeGreaterThan(0);
      const there = await engine?.evaluate(
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
}
