import { expect, test } from "vitest";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn } from "./drawn";
import { meetingNotes } from "./meeting-notes";

describeInChromium("The card", { extension: BUILT.chromium }, (browser) => {
  const open = async () => {
    const editor = await browser().open(meetingNotes());
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.some(({ line, code }) => line === 8 && code === "SB1"));
    return { editor, drawn, page: editor.page };
  };
  const norms = async (drawn: Drawn) => {
    const mark = (await drawn.marks()).find(({ line, code }) => line === 8 && code === "SB1");
    if (!mark) throw new Error("The line of norms has no mark.");
    return { x: (mark.left + mark.right) / 2, y: (mark.top + mark.bottom) / 2 };
  };

  test("comes when the pointer rests on marked words and says what, how sure and why", async () => {
    const { drawn, page } = await open();
    const { x, y } = await norms(drawn);
    await page.mouse.move(x, y);
    const { card } = await drawn.until((now) => now.card !== "");
    expect(card).toContain("SB1");
    expect(card).toContain("Evidenced");
    expect(card).toMatch(/of 100 like it/);
    expect(card).toMatch(/It says “[^”]*norms”/);
    await page.mouse.move(x, 700);
    await drawn.until((now) => now.card === "");
    await page.close();
  });

  test("a click on marked words goes to the editor, as if nothing were drawn there", async () => {
    const { editor, drawn, page } = await open();
    const { x, y } = await norms(drawn);
    await page.mouse.click(x, y);
    expect((await editor.call("caret")).line).toBe(8);
    await page.close();
  });

  test("is opened by a press on a code in the margin, which can be found from outside, and not by the page's script", async () => {
    const { drawn, page } = await open();
    await page.locator('i[data-plumbline-code="SB1"][data-plumbline-line="8"]').first().waitFor();
    const chip = page.locator('button[data-plumbline-code~="SB1"][data-plumbline-line="8"]');
    await chip.evaluate((button: HTMLButtonElement) => {
      for (const type of ["pointerdown", "mousedown", "click"])
        button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
      button.click();
    });
    expect((await drawn.read()).card).toBe("");
    await chip.click();
    await drawn.until(({ card }) => card.includes("SB1"));
    expect(await page.locator(".card").count()).toBe(0);
    await page.close();
  });

  test("opens by key on the line of the cursor, takes an answer by key, and gives the keyboard back", async () => {
    const { editor, drawn, page } = await open();
    await editor.call("select", { line: 8, at: 2 });
    const before = await editor.call("scroll");
    await page.keyboard.press("Alt+Shift+KeyJ");
    expect((await drawn.until((now) => now.card.includes("SB1"))).card).toContain("Suggested by Plumbline");
    await page.keyboard.press("a");
    await drawn.until((now) => now.card.includes("You agreed"));
    await page.keyboard.press("Escape");
    await drawn.until((now) => now.card === "");
    await editor.type("!");
    expect(await editor.call("caret")).toEqual({ line: 8, at: 3 });
    expect((await editor.call("scroll")).top).toBe(before.top);
    await page.close();
  });

  test("does not take the keyboard from someone who typed on while the page was asked for the cursor", async () => {
    const { editor, drawn, page } = await open();
    await editor.call("select", { line: 8, at: 2 });
    await page.evaluate(() => {
      const factory = window._docs_annotate_getAnnotatedText as (id: string) => Promise<unknown>;
      const held: (() => void)[] = [];
      const hold = (id: string) => new Promise((answer) => held.push(() => answer(factory(id))));
      const release = () => {
        for (const go of held) go();
        return held.length;
      };
      Object.assign(window, { _docs_annotate_getAnnotatedText: hold, release });
    });
    await page.keyboard.press("Alt+Shift+KeyJ");
    await editor.type("x");
    expect(await page.evaluate("release()")).toBeGreaterThan(0);
    await editor.settled();
    expect((await drawn.read()).card).toBe("");
    await editor.type("y");
    expect((await editor.call("lines"))[8]?.text).toBe("Wexy agreed on norms");
    await page.close();
  });

  test("is in the window and says its line's words, where that line is not", async () => {
    const [near, far] = ["We agreed on norms at the start", "We agreed on norms at the end"];
    const texts = [near, ...Array.from({ length: 60 }, (_, n) => `Bus ${n} was late again.`), far];
    const paragraphs = texts.map((text) => ({ kind: "para" as const, text }));
    const editor = await browser().open({ title: "Log", tabs: [{ id: "t.0", title: "Tab 1", paragraphs }] });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const height = await editor.page.evaluate(() => innerHeight);
    const cardOf = async (words: string, isOut: (top: number) => boolean) => {
      const { cardBox, marks } = await drawn.until(({ card }) => card.includes(words));
      expect(marks.filter(({ line, top }) => line === texts.indexOf(words) && isOut(top))).not.toEqual([]);
      expect(cardBox?.top).toBeGreaterThanOrEqual(0);
      expect(cardBox?.bottom).toBeLessThanOrEqual(height);
    };
    await drawn.until(({ marks }) => [0, 61].every((line) => marks.some((mark) => mark.line === line)));
    await editor.call("select", { line: 3, at: 2 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await cardOf(far, (top) => top > height);
    await editor.page.keyboard.press("Escape");
    await editor.call("scrollToLine", 61);
    await editor.call("select", { line: 61, at: 2 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes(far));
    await editor.page.keyboard.press("n");
    await cardOf(near, (top) => top < 0);
  });

  test("a suggestion that is not here loses its marks at once and keeps its answer when the page is loaded again", async () => {
    const { editor, drawn, page } = await open();
    await editor.call("select", { line: 8, at: 2 });
    await page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until((now) => now.card.includes("SB1"));
    await page.keyboard.press("r");
    await drawn.until((now) => !now.marks.some(({ line }) => line === 8));
    await page.reload();
    const again = await Drawn.over(page, browser().extensionId);
    await again.until((now) => now.marks.length > 5 && !now.marks.some(({ line }) => line === 8));
    await page.close();
  });

  test("an answer on the card can be taken back there, even where it took away the line's only mark", async () => {
    const { editor, drawn, page } = await open();
    await editor.call("select", { line: 8, at: 2 });
    await page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until((now) => now.card.includes("SB1"));
    await page.keyboard.press("r");
    await drawn.until((now) => now.card.includes("said: not here") && !now.marks.some(({ line }) => line === 8));
    await page.keyboard.press("u");
    await drawn.until((now) => now.card.includes("Suggested by Plumbline") && !now.card.includes("Take back"));
    await drawn.until((now) => now.marks.some(({ line }) => line === 8));
    await page.close();
  });

  test("another stance is drawn in its own pattern", async () => {
    const { editor, drawn, page } = await open();
    await editor.call("select", { line: 8, at: 2 });
    await page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until((now) => now.card.includes("SB1"));
    await page.keyboard.press("s");
    await page.keyboard.press("3");
    await drawn.until((now) => now.marks.some(({ line, stance }) => line === 8 && stance === "contrary"));
    await page.close();
  });

  test("codes stand in the margin of lines that are matched for certain, and never on words", async () => {
    const { editor, drawn, page } = await open();
    const { chips } = await drawn.read();
    expect(chips.find(({ line }) => line === 8)).toMatchObject({ text: "●SB1", label: "SB1, evidenced;" });
    expect(chips.filter(({ cut }) => cut)).toEqual([]);
    expect(chips.some(({ text }) => text.includes("+1"))).toBe(true);
    for (const chip of chips)
      expect(await editor.page.evaluate((box) => window.__replica.under(box), chip)).toEqual([]);
    await page.close();
  });

  test.each([
    ["in light colours", { width: 1280, height: 800 }, { colorScheme: "light" }],
    ["in dark colours", { width: 1280, height: 800 }, { colorScheme: "dark" }],
    ["in a window of 320 pixels", { width: 320, height: 640 }, { colorScheme: "light" }],
    // 200 % zoom halves the window.
    ["at 200 % zoom", { width: 640, height: 400 }, { colorScheme: "dark" }],
    ["in high contrast", { width: 1280, height: 800 }, { forcedColors: "active" }],
  ] as const)(
    "axe finds nothing in marks, chips and card, and the card is in the window, %s",
    async (_, size, media) => {
      const { editor, drawn, page } = await open();
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      await editor.call("select", { line: 33, at: 2 });
      await editor.call("scrollToLine", 33);
      await drawn.until(({ marks }) => marks.some(({ line }) => line === 33));
      await page.keyboard.press("Alt+Shift+KeyJ");
      const findings: string[] = [];
      for (const key of ["ArrowRight", "s", "a", "r"]) {
        await drawn.until(({ card }) => card !== "");
        await page.keyboard.press(key);
        findings.push(...(await drawn.axe()).map((finding) => `after ${key}: ${finding}`));
      }
      expect(findings).toEqual([]);
      const { cardBox } = await drawn.read();
      expect(cardBox?.left).toBeGreaterThanOrEqual(0);
      expect(cardBox?.top).toBeGreaterThanOrEqual(0);
      expect(cardBox?.right).toBeLessThanOrEqual(size.width);
      expect(cardBox?.bottom).toBeLessThanOrEqual(size.height);
      await page.close();
    },
  );
});
