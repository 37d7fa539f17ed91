import { expect, test } from "vitest";
import type { Editor } from "../e2e/editor";
import { describeInChromium } from "../e2e/in-browser";
import { documentFromNotes } from "./document";
import { hardCases, longDocument } from "./generate";
import { nameExtension } from "./named";

/** The left and right of the ink in a band of the window that is around a box, as a picture of the screen has it. */
async function inkOf(editor: Editor, line: number, start: number, end: number) {
  return editor.page.evaluate(
    ([at, from, to]) => {
      const [box] = window.__replica.truth(at, from, to);
      if (!box) return undefined;
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>("canvas.kix-canvas-tile-content")) {
        const seen = canvas.getBoundingClientRect();
        if (box.top < seen.top || box.bottom > seen.bottom) continue;
        const scale = canvas.width / seen.width;
        const [y, height] = [Math.round((box.top - seen.top) * scale), Math.round((box.bottom - box.top) * scale)];
        const image = canvas.getContext("2d")?.getImageData(0, y, canvas.width, height);
        if (!image) return undefined;
        const inked = (x: number) => {
          for (let row = 0; row < height; row++)
            if ((image.data[(row * canvas.width + x) * 4] ?? 255) < 160) return true;
          return false;
        };
        let left = 0;
        while (left < canvas.width && !inked(left)) left++;
        let right = canvas.width - 1;
        while (right > left && !inked(right)) right--;
        return { box, left: seen.left + left / scale, right: seen.left + (right + 1) / scale };
      }
      return undefined;
    },
    [line, start, end] as const,
  );
}

/** Paints everything anew; answers the rows of the canvases where pixels are then another colour, and how many. */
const changedByRepaint = (editor: Editor) =>
  editor.page.evaluate(() => {
    const pixels = () =>
      [...document.querySelectorAll<HTMLCanvasElement>("canvas.kix-canvas-tile-content")].map(
        (canvas) => canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) as ImageData,
      );
    const before = pixels();
    window.__replica.repaint();
    const changed = new Map<string, number>();
    for (const [canvas, { data, width }] of pixels().entries()) {
      for (let at = 0; at < data.length; at++) {
        if (data[at] === before[canvas]?.data[at]) continue;
        const row = `canvas ${canvas}, row ${Math.floor(at / 4 / width)}`;
        changed.set(row, (changed.get(row) ?? 0) + 1);
      }
    }
    return [...changed];
  });

describeInChromium("The replica's truth", {}, (browser) => {
  const PROSE = "We AVoTed Today, with 14 of 22 at target: To. Yes, fifty-five. AWAY! ";
  // Full blocks have ink from side to side, so that ink and box must agree; spaces have none.
  const blocks = documentFromNotes({
    lines: [
      { kind: "para", text: "     ████     " },
      { kind: "heading", text: "  ██  ", depth: 1 },
      { kind: "para", text: `${PROSE}██` },
    ],
  });

  test.each([1, 1.25, 2])("is where the ink is at every zoom, with %d device pixels", async (ratio) => {
    const editor = await browser().open(blocks);
    await editor.ratio(ratio);
    for (const zoom of [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2]) {
      await editor.call("set", { zoom });
      for (const [line, start, end] of [
        [0, 5, 9],
        [1, 2, 4],
        [2, 0, PROSE.length + 2],
      ] as const) {
        const ink = await inkOf(editor, line, start, end);
        // A letter has a little room to its left; the block at the end has none.
        if (line !== 2) expect(Math.abs((ink?.left ?? 0) - (ink?.box.left ?? 1e9))).toBeLessThanOrEqual(1 / ratio);
        expect(Math.abs((ink?.right ?? 0) - (ink?.box.right ?? 1e9))).toBeLessThanOrEqual(1 / ratio);
      }
    }
  });

  test("says of each character's place that this character is there", async () => {
    const editor = await browser().open(hardCases());
    for (const tab of ["t.0", "t.1", "t.2", "t.3"]) {
      await editor.call("openTab", tab);
      const wrong = await editor.page.evaluate(() => {
        const { lines, truth, under } = window.__replica;
        return lines().flatMap(({ text }, line) =>
          [...text].flatMap((character, at) =>
            truth(line, at, at + 1).flatMap((box) => {
              const found = under(box).filter((one) => one.start === at && one.end === at + 1 && one.line === line);
              return found.length === 1 && found[0]?.text === character ? [] : [{ line, at, found }];
            }),
          ),
        );
      });
      expect(wrong).toEqual([]);
    }
  });

  test("gives boxes from right to left where a script runs so", async () => {
    const editor = await browser().open(hardCases());
    await editor.call("openTab", "t.4");
    const lefts = await editor.page.evaluate(() =>
      [
        [0, 0],
        [0, 1],
        [0, 5],
        [1, 0],
        [1, 9],
        [1, 10],
        [1, 30],
      ].map(([line = 0, at = 0]) => window.__replica.truth(line, at, at + 1)[0]?.left ?? 0),
    );
    const [first, second, sixth, latin, hebrew, next, after] = lefts as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(sixth);
    expect(latin).toBeLessThan(next);
    expect(next).toBeLessThan(hebrew);
    expect(hebrew).toBeLessThan(after);
  });

  test("puts the cells of a row at one height, and a superscript above the line", async () => {
    const editor = await browser().open(hardCases());
    await editor.call("openTab", "t.1");
    const [who, what, next] = await Promise.all(
      [1, 2, 4].map(async (line) => (await editor.call("truth", line, 0, 1))[0]),
    );
    expect(who?.top).toBe(what?.top);
    expect(who?.left).toBeLessThan(what?.left ?? 0);
    expect(next?.top).toBeGreaterThan(who?.bottom ?? 0);
    await editor.call("openTab", "t.3");
    const [letter, raised] = await Promise.all(
      [5, 6].map(async (at) => (await editor.call("truth", 2, at, at + 1))[0]),
    );
    expect(raised?.bottom).toBeLessThan(letter?.bottom ?? 0);
    expect((raised?.bottom ?? 0) - (raised?.top ?? 0)).toBeLessThan((letter?.bottom ?? 0) - (letter?.top ?? 0));
  });

  test("gives nothing for what is on no canvas", async () => {
    const editor = await browser().open(longDocument(12));
    const last = (await editor.call("lines")).length - 1;
    expect(await editor.call("truth", last, 0, 1)).toEqual([]);
    await editor.call("scrollToLine", last);
    expect(await editor.call("truth", last, 0, 1)).toHaveLength(1);
    expect(await editor.call("truth", 0, 0, 1)).toEqual([]);
  });

  test.each(["never", "always"] as const)(
    "is, after many edits, scrolls and zooms, what is painted when all is painted anew (blits: %s)",
    async (blits) => {
      const editor = await browser().open(longDocument(6), { blits }, nameExtension);
      const acts = new Set<string>();
      for (let seed = 0; seed < 60; seed++) {
        const did = await editor.call("act", seed);
        acts.add(did.replace(/ \(.*/, ""));
      }
      expect(acts.size).toBeGreaterThan(8);
      expect(await changedByRepaint(editor)).toEqual([]);
    },
  );
});
