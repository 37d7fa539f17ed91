import { expect, test } from "vitest";
import type { ReplicaDocument } from "../../replica/document";
import type { Options } from "../../replica/options";
import type { ClientBox } from "../../replica/page/truth";
import type { Chromium } from "../chromium";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn, type DrawnMark } from "./drawn";
import { type ExpectedTag, expectedTags } from "./expected";
import { meetingNotes } from "./meeting-notes";

/** CSS pixels by which a mark may stand off its words. */
const OFF = 1;

/** The marks that should stand on the pages that are live now, by the replica's own geometry. */
async function truthOf(editor: Editor, tags: readonly ExpectedTag[]): Promise<{ tag: ExpectedTag; box: ClientBox }[]> {
  const asked = tags.flatMap((tag) => tag.spans.map(([start, end]) => ({ tag, start, end })));
  const boxes = await editor.page.evaluate(
    (all) => all.map(({ line, start, end }) => window.__replica.truth(line, start, end)),
    asked.map(({ tag, start, end }) => ({ line: tag.line, start, end })),
  );
  return asked.flatMap(({ tag }, at) => (boxes[at] ?? []).map((box) => ({ tag, box })));
}

const off = (mark: DrawnMark, box: ClientBox): number =>
  Math.max(
    Math.abs(mark.left - box.left),
    Math.abs(mark.top - box.top),
    Math.abs(mark.right - box.right),
    Math.abs(mark.bottom - box.bottom),
  );

/** Largest distance of a mark from the words that it should stand on, once every line that should have marks has some. */
async function largestOff(browser: Chromium, document: ReplicaDocument, options: Partial<Options>, ratio: number) {
  const editor = await browser.open(document, options);
  await editor.ratio(ratio);
  const drawn = await Drawn.over(editor.page, browser.extensionId);
  const tags = expectedTags(await editor.call("text"), document.title);
  let most = 0;
  let count = 0;
  for (const line of [0, 24, 60]) {
    await editor.call("scrollToLine", line);
    const truth = await truthOf(editor, tags);
    const lines = new Set(truth.map(({ tag }) => tag.line));
    const { marks } = await drawn.until((now) =>
      [...lines].every((one) => now.marks.some((mark) => mark.line === one)),
    );
    for (const mark of marks) {
      const own = truth.filter(({ tag }) => tag.line === mark.line && tag.code === mark.code);
      most = Math.max(most, Math.min(...own.map(({ box }) => off(mark, box))));
      count++;
    }
  }
  await editor.page.close();
  return { most, count };
}

describeInChromium("Marks in the text", { extension: BUILT.chromium }, (browser) => {
  const places: (Partial<Options> & { ratio: number })[] = [
    { zoom: 0.5, ratio: 1 },
    { zoom: 0.75, ratio: 2, zoomOn: "svg" },
    { zoom: 0.9, ratio: 1.25 },
    { zoom: 1, ratio: 1 },
    { zoom: 1, ratio: 1.25, annotations: "spacing" },
    { zoom: 1.25, ratio: 2 },
    { zoom: 1.5, ratio: 1.25, zoomOn: "svg" },
    { zoom: 2, ratio: 1, annotations: "spacing" },
    { zoom: 2, ratio: 2 },
    { zoom: 0.5, ratio: 2, annotations: "absent" },
    { zoom: 1, ratio: 1, annotations: "absent" },
    { zoom: 1.5, ratio: 1.25, annotations: "absent" },
    { zoom: 2, ratio: 2, annotations: "absent" },
  ];
  test.each(places)("stand within one pixel of their words with %o", async ({ ratio, ...options }) => {
    const { most, count } = await largestOff(browser(), meetingNotes(), options, ratio);
    expect(count).toBeGreaterThan(20);
    expect(most).toBeLessThanOrEqual(OFF);
  });
});
