import { expect, test } from "vitest";
import type { Editor } from "../e2e/editor";
import { describeInChromium } from "../e2e/in-browser";
import { documentFromNotes } from "./document";
import { hardCases, longDocument } from "./generate";

const two = documentFromNotes({
  lines: [
    { kind: "heading", text: "Norms", depth: 1 },
    { kind: "bullet", text: "We start on time" },
  ],
});
const texts = async (editor: Editor) => (await editor.call("lines")).map(({ text }) => text);

describeInChromium("Typing", {}, (browser) => {
  test("goes through the event iframe into the text, and leaves its field empty", async () => {
    const editor = await browser().open(two);
    await editor.type("PLC ");
    expect(await texts(editor)).toEqual(["PLC Norms", "We start on time"]);
    const field = editor.page.frameLocator("iframe.docs-texteventtarget-iframe").locator("[contenteditable]");
    expect(await field.textContent()).toBe("");
    expect(await editor.page.evaluate(() => document.activeElement?.className)).toBe("docs-texteventtarget-iframe");
  });

  test("starts, joins and erases lines as an editor does", async () => {
    const editor = await browser().open(two);
    await editor.press("End");
    await editor.press("Enter");
    await editor.type("New line");
    expect((await editor.call("lines")).map(({ kind, text }) => [kind, text])).toEqual([
      ["heading", "Norms"],
      ["para", "New line"],
      ["bullet", "We start on time"],
    ]);
    for (let at = 0; at < 9; at++) await editor.press("Backspace");
    expect(await texts(editor)).toEqual(["Norms", "We start on time"]);
    await editor.press("Delete");
    expect(await texts(editor)).toEqual(["NormsWe start on time"]);
    await editor.press("Shift+Home");
    await editor.type("x");
    expect(await texts(editor)).toEqual(["xWe start on time"]);
  });

  test("replaces what is selected over several lines", async () => {
    const editor = await browser().open(two);
    await editor.call("select", { line: 0, at: 2 }, { line: 1, at: 9 });
    await editor.type("…");
    expect(await texts(editor)).toEqual(["No…on time"]);
  });

  test("takes composed text and pasted lines", async () => {
    const editor = await browser().open(two);
    await editor.page.keyboard.insertText("é😀");
    expect((await texts(editor))[0]).toBe("é😀Norms");
    await editor.press("Backspace");
    expect((await texts(editor))[0]).toBe("éNorms");
  });

  test("follows a click to where it was", async () => {
    const editor = await browser().open(two);
    const [box] = await editor.call("truth", 1, 3, 4);
    await editor.page.mouse.click((box?.left ?? 0) + 1, ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2);
    await editor.type("always ");
    expect((await texts(editor))[1]).toBe("We always start on time");
  });

  test("never joins two cells", async () => {
    const editor = await browser().open(hardCases());
    await editor.call("openTab", "t.1");
    const before = await texts(editor);
    for (const line of [1, 2, 10]) {
      await editor.call("select", { line, at: 0 });
      await editor.press("Backspace");
    }
    expect(await texts(editor)).toEqual(before);
  });

  test("is counted by key, from press to paint", async () => {
    const editor = await browser().open(longDocument(3));
    await editor.type("Twelve keys.");
    const counted = await editor.page.evaluate(() => window.__replica.counters.keys.map(({ took }) => took));
    expect(counted).toHaveLength(12);
    expect(counted.every((took) => took > 0)).toBe(true);
    expect(await editor.page.evaluate(() => window.__replica.counters.keysPerSecond())).toBeGreaterThan(0);
  });

  test("of another person moves her caret, and one's own only as far as the text does", async () => {
    const editor = await browser().open(two);
    await editor.call("select", { line: 1, at: 8 });
    await editor.call("colleagueInserts", 1, 0, "First: ");
    expect(await editor.call("caret")).toEqual({ line: 1, at: 15 });
    await editor.call("colleagueRemoves", 1, 0, 7);
    expect(await editor.call("caret")).toEqual({ line: 1, at: 8 });
    await editor.call("colleagueAdds", 0, [{ kind: "para", text: "Above" }]);
    expect(await editor.call("caret")).toEqual({ line: 2, at: 8 });
    expect(await texts(editor)).toEqual(["Above", "Norms", "We start on time"]);
  });

  test("reaches the export only some time later", async () => {
    const editor = await browser().open(two);
    const read = () =>
      editor.page.evaluate(async () => {
        const id = location.pathname.split("/")[3];
        return (await fetch(`/document/d/${id}/export?format=txt&tab=t.0`)).text();
      });
    let save = () => {};
    const asked = new Promise<void>((allowed) => {
      save = allowed;
    });
    await editor.page.route("**/save", async (route) => {
      await asked;
      await route.fallback();
    });
    await editor.type("Our ");
    expect(await read()).not.toContain("Our Norms");
    const saved = editor.page.waitForResponse((response) => response.url().endsWith("/save"));
    save();
    await saved;
    expect(await read()).toContain("Our Norms");
  });
});
