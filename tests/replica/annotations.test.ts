import { describe, expect, test } from "vitest";
import type { Editor } from "../e2e/editor";
import { describeInChromium } from "../e2e/in-browser";
import { documentFromNotes } from "./document";
import { hardCases, longDocument } from "./generate";
import { nameExtension } from "./named";
import type { AnnotatedText } from "./page/annotated-text";

const ID = "abcdefghijklmnopabcdefghijklmnop";
const three = documentFromNotes({
  lines: [
    { kind: "para", text: "One  two three" },
    { kind: "bullet", text: "Second" },
    { kind: "para", text: "Third" },
  ],
});

const labels = (editor: Editor): Promise<string[]> =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll("rect[aria-label]")].map((rect) => rect.getAttribute("aria-label") ?? ""),
  );

/** The annotated text, as long as it comes within some frames. */
const textOf = (editor: Editor, id = ID) =>
  editor.page.evaluate(async (asked) => {
    const frames = async () => {
      for (let at = 0; at < 5; at++) await new Promise(requestAnimationFrame);
      return "no answer";
    };
    const factory = window._docs_annotate_getAnnotatedText;
    if (!factory) return "no factory";
    const answer = factory(asked).then(
      (given: AnnotatedText | null) => given?.getText() ?? "null",
      () => "rejected",
    );
    return Promise.race([answer, frames()]);
  }, id);

describeInChromium("What an extension is given:", {}, (browser) => {
  describe("the annotation rects", () => {
    test("are one for each run of each line, in groups by paragraph, between the canvas and the selection", async () => {
      const editor = await browser().open(hardCases(), {}, nameExtension);
      await editor.call("openTab", "t.3");
      const shape = await editor.page.evaluate(() => {
        const page = document.querySelector(".kix-page-paginated");
        const group = page?.querySelector("g[role=paragraph]");
        const [rect] = group?.children ?? [];
        return {
          children: [...(page?.children ?? [])].slice(0, 3).map((child) => `${child.localName}.${child.className}`),
          path: [group?.parentElement?.localName, group?.parentElement?.parentElement?.className],
          attributes: Object.fromEntries([...(rect?.attributes ?? [])].map(({ name, value }) => [name, value])),
          runs: [...(group?.children ?? [])].map((run) => run.getAttribute("aria-label")).join(""),
        };
      });
      expect(shape.children).toEqual([
        "canvas.kix-canvas-tile-content",
        "div.kix-canvas-tile-content",
        "div.kix-canvas-tile-content kix-canvas-tile-selection",
      ]);
      expect(shape.path).toEqual(["svg", "kix-canvas-tile-content"]);
      expect(shape.attributes).toMatchObject({
        "aria-label": "The",
        "data-font-css": "normal 700 14.6667px 'Arial'",
        fill: "none",
        transform: "matrix(1,0,0,1,96,96)",
        x: "0",
      });
      expect(Object.keys(shape.attributes)).toEqual(expect.arrayContaining(["y", "width", "height"]));
      expect(shape.runs).toBe((await editor.call("lines"))[0]?.text);
    });

    test("stand where the text is painted, whichever element carries the zoom", async () => {
      const editor = await browser().open(longDocument(2), {}, nameExtension);
      for (const zoomOn of ["rect", "svg"] as const)
        for (const zoom of [0.5, 0.9, 1, 1.25, 2]) {
          await editor.call("set", { zoom, zoomOn });
          const [rects, boxes] = await editor.page.evaluate(() => {
            const seen = [...document.querySelectorAll("rect[aria-label]")].find(
              (rect) => rect.getAttribute("aria-label") === "Meeting 1, grade 4",
            );
            const { left, right } = seen?.getBoundingClientRect() ?? new DOMRect();
            return [[left, right], window.__replica.truth(0, 0, 18).flatMap((box) => [box.left, box.right])];
          });
          expect(rects).toEqual(boxes.map((edge) => expect.closeTo(edge, 1)));
        }
    });

    test("give list markers rects of their own", async () => {
      expect(await labels(await browser().open(three, {}, nameExtension))).toEqual([
        "One  two three",
        "●",
        "Second",
        "Third",
      ]);
    });

    test("keep the groups that stay and put new ones last, out of the order of reading", async () => {
      const editor = await browser().open(three, {}, nameExtension);
      await editor.call("colleagueAdds", 0, [{ kind: "para", text: "New first line" }]);
      expect((await labels(editor)).at(-1)).toBe("New first line");
    });

    test("do not come where no extension was named before the page ran, nor where they are kept away", async () => {
      expect(await labels(await browser().open(three))).toEqual([]);
      expect(await labels(await browser().open(three, { annotations: "absent" }, nameExtension))).toEqual([]);
    });

    test("can come late", async () => {
      const editor = await browser().open(three, { annotations: "late", text: "late" }, nameExtension);
      expect([await labels(editor), await textOf(editor)]).toEqual([[], "no factory"]);
      await editor.call("arrive");
      expect(await labels(editor)).toHaveLength(4);
      expect(await textOf(editor)).toContain("Second");
    });

    test("can be stale until a click", async () => {
      const editor = await browser().open(three, {}, nameExtension);
      await editor.call("set", { annotations: "stale", text: "stale" });
      await editor.call("insert", 1, 0, "The ");
      expect(await labels(editor)).toContain("Second");
      expect(await textOf(editor)).not.toContain("The Second");
      const [box] = await editor.call("truth", 2, 0, 1);
      await editor.page.mouse.click(box?.left ?? 0, (box?.top ?? 0) + 3);
      await editor.settled();
      expect(await labels(editor)).toContain("The Second");
      expect(await textOf(editor)).toContain("The Second");
    });

    test("can differ from the text in their spaces only", async () => {
      const editor = await browser().open(longDocument(1), { annotations: "spacing" }, nameExtension);
      const spaced = await labels(editor);
      await editor.call("set", { annotations: "present" });
      const plain = await labels(editor);
      const bare = (all: string[]) => all.map((label) => label.replace(/\s/g, ""));
      expect(bare(spaced)).toEqual(bare(plain));
      expect(spaced).not.toEqual(plain);
    });
  });

  describe("the annotated text", () => {
    test("starts and ends as that of Google Docs, with control characters for tables", async () => {
      const editor = await browser().open(hardCases(), {}, nameExtension);
      await editor.call("openTab", "t.1");
      const text = await textOf(editor);
      expect(
        text.startsWith("\u0003Before the table\n\u0010\u0012\u001cWho\n\u001cWhat\n\u001cWho\n\u0012\u001cDeepa\n"),
      ).toBe(true);
      expect(text.endsWith("\u001cWendell\n\u0011After the table\n\u0003\n")).toBe(true);
      await editor.call("openTab", "t.4");
      expect(await textOf(editor)).toContain("zero\u200bwidth");
    });

    test("covers what is on no page that is live", async () => {
      const editor = await browser().open(longDocument(20), {}, nameExtension);
      const last = (await editor.call("lines")).at(-1)?.text;
      // Rects are of the live pages only.
      expect(await editor.page.locator("rect[aria-label]").count()).toBeLessThan(150);
      expect(await textOf(editor)).toContain(`${last}\n\u0003\n`);
    });

    test("stays as it was when it was asked for; it has to be asked for again", async () => {
      const editor = await browser().open(three, {}, nameExtension);
      const texts = await editor.page.evaluate(async (id) => {
        const ask = () => window._docs_annotate_getAnnotatedText?.(id);
        const before = await ask();
        window.__replica.insert(2, 0, "The ");
        return [before?.getText(), (await ask())?.getText()].map((text) => text?.includes("The Third"));
      }, ID);
      expect(texts).toEqual([false, true]);
    });

    test("tells the selection, and moves caret and page when it is set, which is counted", async () => {
      const editor = await browser().open(longDocument(20), {}, nameExtension);
      await editor.call("select", { line: 1, at: 1 }, { line: 1, at: 3 });
      const selection = await editor.page.evaluate(async (id) => {
        const answer = await window._docs_annotate_getAnnotatedText?.(id);
        const before = answer?.getSelection();
        const end = (answer?.getText().length ?? 0) - 5;
        answer?.setSelection(end, end);
        return { before, counted: window.__replica.counters.setSelections };
      }, ID);
      await editor.settled();
      const offset = 1 + ((await editor.call("lines"))[0]?.text.length ?? 0) + 1;
      expect(selection).toEqual({ before: [{ start: offset + 1, end: offset + 3 }], counted: 1 });
      expect((await editor.call("scroll")).top).toBeGreaterThan(10_000);
    });

    test.each([
      ["hangs", "no answer"],
      ["rejects", "rejected"],
      ["empty", "null"],
      ["absent", "no factory"],
    ] as const)("can be such that it %s", async (text, answer) => {
      expect(await textOf(await browser().open(three, { text }, nameExtension))).toBe(answer);
    });

    test("is given to the named id only, and to nobody when none was named", async () => {
      expect(await textOf(await browser().open(three, {}, nameExtension), "another")).toBe("null");
      expect(await textOf(await browser().open(three))).toBe("no factory");
    });
  });
});
