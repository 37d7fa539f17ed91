import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { Chromium } from "../e2e/chromium";
import type { Editor } from "../e2e/editor";
import { BUILT } from "../e2e/extension";
import type { ReplicaDocument } from "../replica/document";
import { longDocument } from "../replica/generate";
import { colleagueWrites, decideOn } from "./crowded-document";
import { idleTime } from "./idle";
import { ourShare, type Share } from "./our-share";
import { secondReaderTimes } from "./second-reader";

/** Of fewer keys, 95 in 100 would hang on the two or three at which a line breaks anew or the text is read. */
const KEYS = 240;
const ROUNDS = 9;
/** Runs whose keys count together: of one run's 240, the slowest twelve decide, and they hang on what else the machine did. */
const RUNS = 3;
const SCROLL_FRAMES = 120;
/** Decisions in a document in which much was decided. */
const DECISIONS = 300;
/** Lines as people type them. In one that grows without end, the browser's own work on it would be most of what is measured. */
const LINE = "we looked at the data today and agreed to reteach fractions on Tuesday\n";
const BURST = LINE.repeat(5);
/** Keys a second: of a fast typist, of twice what a key gives that is held down, and of what pours text in, as a text expander does. */
const PACES = [15, 60, 200] as const;

/** Meeting notes in which no line stands twice: lines that do are taken for print and get no tags. */
function notes(pages: number): ReplicaDocument {
  const { title, tabs } = longDocument(pages);
  return {
    title,
    tabs: tabs.map((tab) => ({
      ...tab,
      paragraphs: tab.paragraphs.map((line, at) => ({ ...line, text: `${line.text} (${at})` })),
    })),
  };
}

const NO_SHARE: Share = { byKey: [], longest: Number.NaN };

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const middle = (values: readonly number[]): number => quantile(values, 0.5);
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Waits until our scripts have read the document: they have then nothing to do for a while. */
const rest = (editor: Editor, milliseconds: number) => editor.page.waitForTimeout(milliseconds);

/** `before` runs in the page ahead of its scripts. */
async function opened(browser: Chromium, pages: number, before?: () => void): Promise<Editor> {
  const editor = await browser.open(notes(pages), {}, before);
  await editor.call("scrollToLine", Math.min(pages, 150) * 20);
  const line = Math.min(pages, 150) * 20;
  await editor.call("select", { line, at: 8 });
  await rest(editor, pages > 100 ? 12_000 : 3000);
  return editor;
}

/**
 * Our share of each of some keys, pressed one by one with time to rest after each, and our longest task. `crowded`: much is decided in the
 * document, and a colleague writes at its far end meanwhile.
 */
async function typing(browser: Chromium, pages: number, crowded = false): Promise<Share> {
  const editor = await opened(browser, pages);
  if (crowded) await decideOn(browser, editor, DECISIONS);
  const session = await editor.page.context().newCDPSession(editor.page);
  const share = await ourShare(session, browser.extensionId, async () => {
    for (let key = 0; key < KEYS; key++) {
      await editor.page.keyboard.press(key % 9 === 8 ? "Space" : "KeyE");
      await editor.settled();
      if (crowded && key % 4 === 0) await colleagueWrites(editor);
    }
  });
  await editor.page.close();
  return share;
}

/** Our share of each key in a small and in a large document, run by run by turns. */
async function bySize(browser: Chromium, sizes: readonly number[]): Promise<Share[]> {
  const shares = sizes.map((): Share[] => []);
  for (let run = 0; run < RUNS; run++)
    for (const [at, pages] of sizes.entries()) shares[at]?.push(await typing(browser, pages));
  return shares.map((runs) => ({
    byKey: runs.flatMap(({ byKey }) => byKey),
    longest: Math.max(...runs.map(({ longest }) => longest)),
  }));
}

/** Our share while a document opens, until all of it is read and tagged. */
async function opening(browser: Chromium, pages: number): Promise<Share> {
  const [first] = browser.context.pages();
  if (!first) throw new Error("The browser has no page to trace from.");
  const session = await first.context().newCDPSession(first);
  let editor: Editor | undefined;
  const share = await ourShare(session, browser.extensionId, async () => {
    editor = await opened(browser, pages);
  });
  await editor?.page.close();
  return share;
}

/** Keys a second when they come as fast as the browser hands them on, which takes up both processors of a small machine. */
async function burst(editor: Editor): Promise<number> {
  const from = performance.now();
  await editor.page.keyboard.type(BURST);
  await editor.settled();
  return (BURST.length * 1000) / (performance.now() - from);
}

/** Keys a second that come to be shown in two seconds of typing at a pace; a key that is late is pressed at once. */
const typedAt =
  (pace: number) =>
  async (editor: Editor): Promise<number> => {
    const keys = [...LINE.repeat(Math.ceil((2 * pace) / LINE.length))].slice(0, 2 * pace);
    const from = performance.now();
    for (const [at, key] of keys.entries()) {
      const early = from + (at * 1000) / pace - performance.now();
      if (early > 0) await setTimeout(early);
      await editor.page.keyboard.type(key);
    }
    await editor.settled();
    return (keys.length * 1000) / (performance.now() - from);
  };

/** What an extension sets so that the editor gives its text. The editor then names what it paints as well, which has its own price. */
function nameAnExtension(): void {
  window._docs_annotate_canvas_by_ext = "bench";
}

/** Share of frames dropped in a scroll. */
async function dropped(editor: Editor): Promise<number> {
  const frames = await editor.page.evaluate(async (count) => {
    const { counters, scrollTo, scroll } = window.__replica;
    counters.watchFrames();
    const { top } = scroll();
    for (let frame = 0; frame < count; frame++) {
      scrollTo(top + frame * 40);
      await new Promise((done) => requestAnimationFrame(done));
    }
    scrollTo(top);
    return counters.framesSeen();
  }, SCROLL_FRAMES);
  return frames.dropped / (frames.shown + frames.dropped);
}

/** The page's memory in MiB. */
async function heap(editor: Editor): Promise<number> {
  const session = await editor.page.context().newCDPSession(editor.page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.enable").then(() => session.send("Performance.getMetrics"));
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 2 ** 20;
}

/** Measures both pages by turns, so that both meet the same moments of a shared machine; the medians of each. */
async function byTurns(measure: (editor: Editor) => Promise<number>, editors: readonly Editor[]): Promise<number[]> {
  const figures = editors.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 1; round++) {
    for (const [at, editor] of editors.entries()) {
      const figure = await measure(editor);
      // The first round warms up.
      if (round > 0) figures[at]?.push(figure);
    }
  }
  return figures.map(middle);
}

function scriptBytes(): number {
  const folder = join(BUILT.chromium, "content-scripts");
  return readdirSync(folder).reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

async function main(): Promise<void> {
  const withUs = await Chromium.start({ extension: BUILT.chromium });
  const bare = await Chromium.start();
  // A browser of its own: a page behind another one gets few frames.
  const third = await Chromium.start();
  try {
    const idle = [await idleTime(withUs), await idleTime(bare)];
    const [short = NO_SHARE, long = NO_SHARE] = await bySize(withUs, [3, 300]);
    const crowded = await typing(withUs, 300, true);
    const whileOpening = await opening(withUs, 300);
    const editors = [await opened(withUs, 300), await opened(bare, 300)];
    const named = await opened(third, 300, nameAnExtension);
    const atPaces: number[][] = [];
    for (const pace of PACES) atPaces.push(await byTurns(typedAt(pace), editors));
    const typed = await byTurns(burst, [...editors, named]);
    const frames = await byTurns(dropped, editors);
    const heaps = await byTurns(heap, editors);
    const times = ([ours = Number.NaN, theirs = Number.NaN]: readonly number[]) => round(ours / theirs);
    const more = ([ours = Number.NaN, theirs = Number.NaN]: readonly number[]) => round(ours - theirs);
    const second = await secondReaderTimes(withUs);
    const figures = {
      shareOfKey300PagesP95Ms: round(quantile(long.byKey, 0.95)),
      shareOfKey3PagesP95Ms: round(quantile(short.byKey, 0.95)),
      shareOfKeyRatio: round(quantile(long.byKey, 0.95) / quantile(short.byKey, 0.95)),
      shareOfKeyCrowdedP95Ms: round(quantile(crowded.byKey, 0.95)),
      longestTaskMs: round(Math.max(short.longest, long.longest, crowded.longest)),
      longestTaskOpening300PagesMs: round(whileOpening.longest),
      ...Object.fromEntries(PACES.map((pace, n) => [`throughputRatioAt${pace}KeysASecond`, times(atPaces[n] ?? [])])),
      mostKeysASecond: round(typed[0] ?? Number.NaN),
      mostKeysASecondBare: round(typed[1] ?? Number.NaN),
      mostKeysASecondNamed: round(typed[2] ?? Number.NaN),
      framesDroppedMore: more(frames),
      memoryMiB: more(heaps),
      idleProcessorMsIn20s: round(idle[0] ?? Number.NaN),
      idleProcessorMsIn20sBare: round(idle[1] ?? Number.NaN),
      contentScriptsGzipBytes: scriptBytes(),
      secondReaderFirstLineMs: round(second.first),
      secondReaderLineMs: round(middle(second.lines)),
      secondReaderLineP95Ms: round(quantile(second.lines, 0.95)),
    };
    if (process.argv.includes("--json")) console.log(JSON.stringify(figures, null, 2));
    else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)}${value}`);
  } finally {
    await withUs.stop();
    await bare.stop();
    await third.stop();
  }
}

await main();
