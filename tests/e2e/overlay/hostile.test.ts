import { expect, test } from "vitest";
import { hardCases } from "../../replica/generate";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn } from "./drawn";
import { meetingNotes } from "./meeting-notes";

describeInChromium("A page that means ill", { extension: BUILT.chromium }, (browser) => {
  test("gets no code run by the words of its document", async () => {
    const hostile = hardCases().tabs.find(({ title }) => title === "Hostile");
    if (!hostile) throw new Error("The hard cases have a hostile tab.");
    const [notes] = meetingNotes().tabs;
    const text = '<img src=x onerror="window.pwned=1"> We agreed on norms <script>window.pwned=1</script>';
    const paragraphs = [{ kind: "para" as const, text }, ...hostile.paragraphs, ...(notes?.paragraphs ?? [])];
    const editor = await browser().open({ title: "Hostile", tabs: [{ id: "t.0", title: "Tab", paragraphs }] });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.some(({ line }) => line === 0));
    await editor.call("select", { line: 0, at: 1 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes("SB1"));
    expect(await editor.page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    await editor.page.close();
  });

  test("can forge what the extension's scripts say to each other and moves no mark to wrong words", async () => {
    const editor = await browser().open(meetingNotes(), {}, () => {
      const forge = (name: string, detail: unknown) =>
        document.dispatchEvent(new CustomEvent(name, { detail: detail as string }));
      document.addEventListener("plumbline:ask-text", () => {
        forge("plumbline:text", "{ not JSON");
        forge("plumbline:text", { kind: "whole", text: 5 });
        forge("plumbline:text", JSON.stringify({ kind: "patch", question: 1, version: -1, at: 1e9 }));
        for (let question = 1; question < 5; question++)
          forge(
            "plumbline:text",
            JSON.stringify({ kind: "patch", question, version: 9, at: 40, removed: 9e5, inserted: "norms", length: 7 }),
          );
      });
      document.addEventListener("plumbline:ask-paint", ({ target }) => {
        target?.dispatchEvent(new CustomEvent("plumbline:paint", { bubbles: true, detail: '[{"text":5}]' }));
      });
    });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const { marks } = await drawn.until((now) => now.marks.some(({ code }) => code === "SB1"));
    for (const mark of marks) {
      const under = await editor.page.evaluate((box) => window.__replica.under(box), mark);
      expect(under.map(({ line }) => line)).toEqual([mark.line]);
    }
    await editor.page.close();
  });

  test("may overwrite what paints and what sends events: it paints on, and marks stay right", async () => {
    const editor = await browser().open(meetingNotes(), { annotations: "absent" });
    await editor.page.evaluate(() => {
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (...args) {
        fillText.apply(this, args);
      };
      EventTarget.prototype.dispatchEvent = () => true;
      Reflect.apply = () => undefined;
    });
    await editor.call("insert", 0, 0, "A line that moves the others down, long enough to wrap around once. ");
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const { marks } = await drawn.until((now) => now.marks.length > 10);
    for (const mark of marks) {
      const under = await editor.page.evaluate((box) => window.__replica.under(box), mark);
      expect(under.map(({ line }) => line)).toEqual([mark.line]);
    }
    await editor.page.close();
  });
});
