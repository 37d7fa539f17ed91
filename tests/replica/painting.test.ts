import { expect, test } from "vitest";
import type { Editor } from "../e2e/editor";
import { describeInChromium } from "../e2e/in-browser";
import { type CanvasCall, recordCanvasCalls } from "./canvas-calls";
import { documentFromNotes } from "./document";
import { hardCases, longDocument } from "./generate";

/** The calls since the last time. */
const calls = (editor: Editor): Promise<CanvasCall[]> => editor.page.evaluate(() => window.canvasCalls.splice(0));
const texts = (all: readonly CanvasCall[]) => all.filter(({ name }) => name === "fillText").map(({ args }) => args[0]);
const isOpaque = ({ fill }: CanvasCall) => /^#[0-9a-f]{6}$/.test(fill);

describeInChromium("The canvas", {}, (browser) => {
  const prose = documentFromNotes({
    lines: [
      { kind: "para", text: "We agreed on norms. ".repeat(12).trim() },
      { kind: "para", text: "Second" },
      { kind: "bullet", text: "Third" },
    ],
  });

  test("gets one call for each visual line of plain text, and one for a list marker", async () => {
    const editor = await browser().open(prose, {}, recordCanvasCalls);
    const painted = texts(await calls(editor)) as string[];
    expect(painted).toHaveLength(6);
    expect(painted.slice(0, 3).join("")).toBe(prose.tabs[0]?.paragraphs[0]?.text);
    expect(painted.slice(3)).toEqual(["Second", "Third", "●"]);
  });

  test.each([
    [1, 1],
    [1, 1.25],
    [1.1, 2],
    [0.5, 1],
    [2, 1.25],
  ])("at zoom %d and %d device pixels paints at whole places under a transform of both", async (zoom, ratio) => {
    const editor = await browser().open(prose, { zoom }, recordCanvasCalls);
    await editor.ratio(ratio);
    const painted = (await calls(editor)).filter(({ name }) => name === "fillText").slice(-6);
    for (const { args, transform } of painted) {
      expect(args.slice(1).every((place) => Number.isInteger(place))).toBe(true);
      expect(transform[0]).toBeCloseTo(zoom * ratio, 5);
      expect([transform[1], transform[2]]).toEqual([0, 0]);
      expect(transform.slice(4).every((place) => Number.isInteger(place))).toBe(true);
    }
    const sizes = await editor.page.evaluate(() => {
      const canvas = document.querySelector("canvas.kix-canvas-tile-content") as HTMLCanvasElement;
      return [canvas.getBoundingClientRect().width, canvas.width];
    });
    expect(sizes).toEqual([Math.round(816 * zoom), Math.round(Math.round(816 * zoom) * ratio)]);
  });

  test("is painted again only where a key changed it, over an opaque background", async () => {
    const editor = await browser().open(prose, {}, recordCanvasCalls);
    await editor.call("select", { line: 1, at: 6 });
    await calls(editor);
    await editor.type("!");
    const [background, text, ...more] = await calls(editor);
    expect(background?.name).toBe("fillRect");
    expect(background && isOpaque(background)).toBe(true);
    expect(text?.args[0]).toBe("Second!");
    expect(more).toEqual([]);
  });

  test("takes comments and selections as translucent fills without any text", async () => {
    const editor = await browser().open(prose, {}, recordCanvasCalls);
    await calls(editor);
    await editor.call("comment", 1, 0, 3);
    await editor.call("select", { line: 2, at: 0 }, { line: 2, at: 5 });
    const tints = await calls(editor);
    expect(tints.map(({ name }) => name)).toEqual(["fillRect", "fillRect"]);
    expect(tints.some(isOpaque)).toBe(false);
    await editor.call("clearComments");
    expect(texts(await calls(editor))).toEqual(["Second"]);
  });

  test("moves by copying itself: the source in device pixels, the destination transformed", async () => {
    const editor = await browser().open(longDocument(3), { zoom: 2, blits: "always" }, recordCanvasCalls);
    await editor.ratio(1.25);
    await calls(editor);
    await editor.call("scrollTo", 700);
    const all = await calls(editor);
    const blit = all.find(({ name }) => name === "drawImage");
    const [source, , from, width, height, , to, wide, high] = (blit?.args ?? []) as [string, ...number[]];
    const scale = blit?.transform[0] ?? 0;
    expect(source).toBe("itself");
    expect(scale).toBeCloseTo(2.5, 5);
    expect([width, height].map((pixels) => (pixels as number) / scale)).toEqual(
      [wide, high].map((units) => expect.closeTo(units as number, 5)),
    );
    expect([from, to]).toEqual([expect.any(Number), 0]);
    expect(from).toBeGreaterThan(0);
    // Most of the text was moved, and only what came into view is painted.
    expect(texts(all).length).toBeLessThan(30);
  });

  test("is never tainted", async () => {
    const editor = await browser().open(hardCases());
    const read = await editor.page.evaluate(() => {
      const canvas = document.querySelector("canvas.kix-canvas-tile-content") as HTMLCanvasElement;
      return canvas.getContext("2d")?.getImageData(0, 0, 1, 1).data.length;
    });
    expect(read).toBe(4);
  });
});
