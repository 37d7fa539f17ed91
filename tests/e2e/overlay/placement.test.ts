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

const edges = (mark: ClientBox, box: ClientBox): number =>
  Math.max(
    Math.abs(mark.left - box.left),
    Math.abs(mark.top - box.top),
    Math.abs(mark.right - box.right),
    Math.abs(mark.bottom - box.bottom),
  );

/** Which characters each mark stands on by the replica's own geometry, and how far it is off them. */
function onWords(editor: Editor, marks: readonly DrawnMark[]) {
  return editor.page.evaluate(
    (all) =>
      all.map((mark) => {
        const [words, ...others] = window.__replica.under(mark);
        const truth = words ? window.__replica.truth(words.line, words.start, words.end) : [];
        return { words, others: others.length, truth };
      }),
    [...marks],
  );
}

/** Lines with tags of which some evidence is in view. */
async function shownLines(editor: Editor, tags: readonly ExpectedTag[]): Promise<Set<number>> {
  const asked = tags.flatMap(({ line, spans }) => spans.map(([start, end]) => ({ line, start, end })));
  const there = await editor.page.evaluate(
    (all) =>
      all.map(({ line, start, end }) =>
        window.__replica.truth(line, start, end).some(({ top, bottom }) => top > 0 && bottom < innerHeight),
      ),
    asked,
  );
  return new Set(asked.filter((_, at) => there[at]).map(({ line }) => line));
}

/** Scrolls through a document; every line that should have marks must come to have some, each on its own words. */
async function checkPlaces(browser: Chromium, document: ReplicaDocument, options: Partial<Options>, ratio: number) {
  const editor = await browser.open(document, options);
  await editor.ratio(ratio);
  const drawn = await Drawn.over(editor.page, browser.extensionId);
  const tags = expectedTags(await editor.call("text"), document.title);
  let count = 0;
  for (const line of [0, 24, 60]) {
    await editor.call("scrollToLine", line);
    const lines = await shownLines(editor, tags);
    const { marks } = await drawn.until((now) =>
      [...lines].every((one) => now.marks.some((mark) => mark.line === one)),
    );
    const places = await onWords(editor, marks);
    marks.forEach((mark, at) => {
      const { words, others, truth } = places[at] as (typeof places)[number];
      const tag = tags.find((one) => one.line === mark.line && one.code === mark.code);
      expect({ line: words?.line, others, code: tag?.code }).toEqual({ line: mark.line, others: 0, code: mark.code });
      const inside = tag?.spans.some(([start, end]) => words && words.start >= start && words.end <= end);
      expect(inside, `${mark.code} stands on “${words?.text}”`).toBe(true);
      expect(Math.min(...truth.map((box) => edges(mark, box)))).toBeLessThanOrEqual(OFF);
      count++;
    });
  }
  await editor.page.close();
  return count;
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
    expect(await checkPlaces(browser(), meetingNotes(), options, ratio)).toBeGreaterThan(40);
  });
});
