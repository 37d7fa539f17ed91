import { expect, test } from "vitest";
import { documentFromNotes, type Paragraph } from "../../replica/document";
import type { Chromium } from "../chromium";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { MEETING, PanelPage } from "../panel/panel-page";
import { Drawn } from "./drawn";
import { wrongMarks } from "./wrong-marks";

/** Line of `MEETING` that shows SB1, in the word "norms". */
const NORMS = 1;

const bus = (n: number, times: number) => `Bus ${n} was late again. `.repeat(times).trim();

const beside = async (browser: Chromium) => {
  const { panel, editor } = await PanelPage.beside(browser);
  const drawn = await Drawn.over(editor.page, browser.extensionId);
  await drawn.until(({ marks }) => marks.some(({ line }) => line === NORMS));
  return { panel, editor, drawn };
};

/** Presses a key that the browser hears for the extension; keys that a test sends go to the page alone. */
const command = async (browser: Chromium, name: string) =>
  (await browser.worker()).evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);

describeInChromium("The document and the panel beside it", { extension: BUILT.chromium }, (browser) => {
  test("one key hides the marks of the document in front, for good, and no other's; the same key shows them", async () => {
    const { drawn, editor, panel } = await beside(browser());
    const other = await browser().open(documentFromNotes({ ...MEETING, title: "Another" }));
    const otherDrawn = await Drawn.over(other.page, browser().extensionId);
    await otherDrawn.until(({ marks }) => marks.length > 0);
    await editor.page.bringToFront();
    await command(browser(), "toggle-marks");
    await drawn.until(({ marks, chips }) => marks.length === 0 && chips.length === 0);
    await expect.poll(() => panel.page.locator('[data-action="marks"]').getAttribute("aria-pressed")).toBe("false");
    expect((await otherDrawn.read()).marks.length).toBeGreaterThan(0);

    await editor.page.reload();
    await editor.settled();
    const again = await Drawn.over(editor.page, browser().extensionId);
    await editor.press("Control+End");
    await editor.type(" We agreed on norms for good.");
    // It is read and kept, and nothing is drawn of it.
    await panel.page.bringToFront();
    await panel.line("for good").waitFor();
    expect((await again.read()).marks).toEqual([]);
    await editor.page.bringToFront();
    await command(browser(), "toggle-marks");
    await again.until(({ marks }) => marks.some(({ line }) => line === NORMS));
  });

  test("the panel hides and shows the marks, and the card goes with them", async () => {
    const { panel, editor, drawn } = await beside(browser());
    await editor.call("select", { line: NORMS, at: 2 });
    await editor.page.bringToFront();
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes("SB1"));
    await panel.page.bringToFront();
    await panel.press("h");
    await drawn.until(({ marks, card }) => marks.length === 0 && card === "");
    await panel.press("h");
    await drawn.until(({ marks }) => marks.some(({ line }) => line === NORMS));
  });

  test("a line chosen in the panel is scrolled into view and lit for a moment; caret and text stay as they are", async () => {
    // Pages of long lines, then pages of short ones: how far down a line is can only be guessed from afar.
    const far = Array.from({ length: 900 }, (_, n): Paragraph => ({ kind: "para", text: bus(n, n < 300 ? 12 : 1) }));
    const end: Paragraph = { kind: "para", text: "We agreed on norms and read them out" };
    const editor = await browser().open({
      title: "Long log",
      tabs: [{ id: "t.0", title: "Tab 1", paragraphs: [...far, end, ...far.slice(0, 300)] }],
    });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const panel = await PanelPage.open(browser());
    await panel.page.getByRole("heading", { name: "Long log" }).waitFor();
    const [caret, text] = [await editor.call("caret"), await editor.call("text")];
    expect((await editor.call("scroll")).top).toBe(0);
    await panel.line("We agreed on norms").waitFor();
    await panel.press("n", "v");
    await editor.page.bringToFront();
    const { marks } = await drawn.until((now) => now.marks.some(({ lit }) => lit));
    expect(marks.filter(({ lit }) => lit).every(({ line }) => line === far.length)).toBe(true);
    expect(await wrongMarks(editor, "Long log", marks)).toEqual([]);
    const height = await editor.page.evaluate(() => innerHeight);
    const inView = marks.filter(({ line, top, bottom }) => line === far.length && top > 0 && bottom < height);
    expect(inView.length).toBeGreaterThan(0);
    expect(await editor.call("caret")).toEqual(caret);
    expect(await editor.call("text")).toBe(text);
    await drawn.until((now) => now.marks.every(({ lit }) => !lit));
  });

  test("what was answered on the card can be taken back in the panel", async () => {
    const { panel, editor, drawn } = await beside(browser());
    const before = await panel.stateOf("SB1");
    await editor.page.bringToFront();
    await editor.call("select", { line: NORMS, at: 2 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes("SB1"));
    await editor.page.keyboard.press("r");
    await drawn.until(({ marks }) => !marks.some(({ line, code }) => line === NORMS && code === "SB1"));
    await panel.page.bringToFront();
    await panel.chip("SB1", "rejected").waitFor();
    await panel.press("u");
    await panel.chip("SB1", before).waitFor();
    await drawn.until(({ marks }) => marks.some(({ line, code }) => line === NORMS && code === "SB1"));
    await panel.press("y");
    await panel.chip("SB1", "rejected").waitFor();
  });
});
