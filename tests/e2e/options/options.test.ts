import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { plcRubric } from "../../../core/index";
import { KEPT_HERE } from "../../../extension/components/options/kept-here";
import { draft, line, reading } from "../../extension/notes";
import { axeOn } from "../axe";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn } from "../overlay/drawn";
import { forgetAll, MEETING, PanelPage, readingOf } from "../panel/panel-page";

/** What the page may reach of the extension's interface. */
declare const chrome: { readonly storage: { readonly local: { set(values: object): Promise<void> } } };

/** The shipped rubric under another name, with a title of the team's own for SB1. */
const OWN = {
  ...plcRubric,
  id: "ours",
  title: "Our own rubric",
  indicators: plcRubric.indicators.map((one) => (one.code === "SB1" ? { ...one, title: "Our way of meeting" } : one)),
};

const file = (text: string, name = "file.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

describeInChromium("The settings page", { extension: BUILT.chromium }, (browser) => {
  const open = async (): Promise<Page> => {
    const page = await browser().extensionPage("options.html");
    await page.locator("h2").first().waitFor();
    return page;
  };
  const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
  /** The panel beside a live document, and the settings in another tab. */
  const beside = async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.some(({ code }) => code === "SB1"));
    return { panel, editor, drawn, page: await open() };
  };

  test("name, model and level are kept, and the name goes with what is decided", async () => {
    const { panel, page } = await beside();
    await page.getByLabel("Your name").fill("  Roz Ortega ");
    await page.getByLabel("Your name").blur();
    await page.getByLabel("Collaboration model").selectOption("russo");
    await page.getByLabel("The team meets as a").selectOption("grade");
    await page.reload();
    await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Roz Ortega");
    await expect.poll(() => page.getByLabel("Collaboration model").inputValue()).toBe("russo");
    await expect.poll(() => page.getByLabel("The team meets as a").inputValue()).toBe("grade");
    await panel.page.bringToFront();
    await panel.press("n", "a");
    await expect.poll(() => panel.decisions()).toMatchObject([{ who: "Roz Ortega", verdict: "accept" }]);
  });

  test("a dimension that is not shown goes from panel and document, and comes back as it was", async () => {
    const { panel, drawn, editor, page } = await beside();
    const shared = page.getByRole("checkbox", { name: /^SB / });
    await shared.uncheck();
    await panel.page.bringToFront();
    await expect.poll(() => panel.page.locator('.chip[data-code^="SB"]').count()).toBe(0);
    expect(await panel.page.locator(".chip").count()).toBeGreaterThan(0);
    await editor.page.bringToFront();
    await drawn.until(({ marks }) => marks.length > 0 && !marks.some(({ code }) => code.startsWith("SB")));
    await page.bringToFront();
    await shared.check();
    await editor.page.bringToFront();
    await drawn.until(({ marks }) => marks.some(({ code }) => code === "SB1"));
  });

  test("an own rubric is checked at every letter, used by panel and document, and left again", async () => {
    const { panel, editor, drawn, page } = await beside();
    const rubric = section(page, "Rubric");
    const use = rubric.getByRole("button", { name: "Use this rubric" });
    const faulty = { ...OWN, indicators: OWN.indicators.map((one, n) => (n === 0 ? { ...one, title: "" } : one)) };
    await rubric.locator('input[type="file"]').setInputFiles(file(JSON.stringify(faulty, null, 2)));
    await rubric.getByText("It cannot be used yet. One thing is to mend:").waitFor();
    expect(await use.isDisabled()).toBe(true);
    expect(await axeOn(page)).toEqual([]);
    await rubric.locator('input[type="file"]').setInputFiles(file(JSON.stringify(OWN, null, 2)));
    await rubric.getByText(/It can be used: 5 dimensions, 28 practices/).waitFor();
    const text = rubric.getByLabel("Rubric file (JSON)");
    await text.press("Control+End");
    await text.press("x");
    await rubric.getByText(/It cannot be used yet/).waitFor();
    await text.press("Backspace");
    await rubric.getByText(/It can be used/).waitFor();
    await use.click();
    await rubric.getByText(/Our own rubric, version 1.0.0, is in use/).waitFor();
    await editor.page.bringToFront();
    await editor.call("select", { line: 1, at: 2 });
    await editor.page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card.includes("Our way of meeting"));
    await panel.page.bringToFront();
    await panel.press("n");
    await panel.page.getByText("Our way of meeting").first().waitFor();
    await page.bringToFront();
    await rubric.getByRole("button", { name: "Use the one that comes with Plumbline" }).click();
    await rubric.getByText("(comes with Plumbline)").waitFor();
    await panel.page.bringToFront();
    await expect.poll(() => panel.page.getByText("Our way of meeting").count()).toBe(0);
  });

  test("a rubric file that is no JSON says where it breaks off, and leads there", async () => {
    await forgetAll(browser());
    const page = await open();
    const rubric = section(page, "Rubric");
    const broken = '{\n  "format": 1,\n  "id": "ours",,\n}';
    await rubric.locator('input[type="file"]').setInputFiles(file(broken));
    await rubric.locator("#rubric-faults li").first().waitFor();
    await rubric.getByRole("button", { name: "Show" }).first().click();
    const at = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(0, field.selectionStart).split("\n").length;
    });
    expect(at).toBe(3);
    await rubric.getByRole("button", { name: "Leave it as it was" }).click();
    expect(await rubric.getByLabel("Rubric file (JSON)").count()).toBe(0);
    expect(await rubric.getByText("(comes with Plumbline)").count()).toBe(1);
  });

  test("keys can be others, none twice, and with Alt where letters are switched off", async () => {
    const { panel, page } = await beside();
    const keys = section(page, "Keys");
    await keys.getByText("Change single keys").click();
    const accept = keys.locator('[data-key-of="accept"]');
    await accept.press("r");
    await keys.getByText(/R? ?r is taken by “Not here”/).waitFor();
    await accept.press("+");
    await keys.getByText("“Agree with this suggestion” is now +.").waitFor();
    await panel.page.bringToFront();
    await panel.press("n", "a", "+");
    await expect.poll(() => panel.decisions()).toHaveLength(1);
    await page.bringToFront();
    await keys.getByRole("checkbox", { name: /Letters alone are keys/ }).uncheck();
    await panel.page.bringToFront();
    await panel.press("n", "r", "Alt+r");
    await expect
      .poll(async () => (await panel.decisions()).map(({ verdict }) => verdict))
      .toEqual(["accept", "reject"]);
    await page.bringToFront();
    await keys.getByRole("button", { name: "All keys as they came" }).click();
    await expect.poll(() => accept.inputValue()).toBe("Alt a");
    for (const does of ["Show the tags of the line at the cursor, then those of the next line", "Back to the text"])
      expect(await keys.getByText(does).count()).toBe(1);
  });

  test("what was decided is learned, changes the marks of an open document, and is forgotten without a trace", async () => {
    const notes = { title: "Team", lines: ["moved three pupils into zebra", "sorted the exit slips, 12 of 22 got it"] };
    const { panel, editor } = await PanelPage.beside(browser(), {
      ...notes,
      type: "minutes",
      lines: notes.lines.map((text) => ({ kind: "bullet", text })),
    });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const codes = (marks: readonly { code: string }[]) => marks.map(({ code }) => code).sort();
    const before = codes((await drawn.until(({ marks }) => marks.length > 0)).marks);
    for (let n = 0; n < 8; n++) {
      const quotes = [`zebra group list for week ${n}`, `moved two pupils into zebra after quiz ${n}`];
      const others = Array.from({ length: 25 }, (_, at) => `laminator key, day ${at}`);
      const about = { document: `kept-${n}` };
      await panel.keep(
        reading(
          [...quotes, ...others].map((text) => line(text)),
          about,
        ),
      );
      await panel.decide(
        quotes.map((quote, at) =>
          draft(quote, at, { ...about, id: `decision-${n}-${at}`, verdict: "add", reader: "" }),
        ),
      );
    }
    const page = await open();
    const learned = section(page, "What Plumbline learned from you");
    await learned.getByRole("button", { name: "Learn from our decisions" }).click();
    await learned.getByText(/Learned\. Open documents are read again with it\./).waitFor();
    await learned
      .getByText(/The word “zebra” speaks for SL3 Looking at student work here, from 16 decisions\./)
      .waitFor();
    expect(await axeOn(page)).toEqual([]);
    await editor.page.bringToFront();
    await drawn.until(({ marks }) => marks.length > before.length && marks.some(({ code }) => code === "SL3"));

    await page.bringToFront();
    await learned.getByRole("button", { name: "Forget it" }).click();
    await learned.getByText(/Forgotten\./).waitFor();
    expect(await learned.getByText(/zebra/).count()).toBe(0);
    await editor.page.bringToFront();
    const after = await drawn.until(({ marks }) => marks.length === before.length);
    expect(codes(after.marks)).toEqual(before);
  });

  test("what was learned on top of another model is at rest, and the page asks to learn again", async () => {
    await forgetAll(browser());
    const page = await open();
    const lesson = { indicator: "SL3", space: "word", name: "zebra", weight: 2, decisions: 16 };
    await page.evaluate((learned) => chrome.storage.local.set({ learned }), {
      version: 2,
      model: "another",
      decisions: 16,
      lessons: [lesson],
    });
    const learned = section(page, "What Plumbline learned from you");
    await learned.getByText(/what it learned is at rest/).waitFor();
    expect(await learned.getByText(/zebra/).count()).toBe(0);
    expect(await learned.getByRole("button", { name: "Learn again" }).isEnabled()).toBe(true);
    expect(await axeOn(page)).toEqual([]);
  });

  test("everything goes into one file, can be deleted, and comes back from the file", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser(), "kept-1");
    await panel.keep(readingOf(MEETING, "kept-1"));
    await panel.page.getByRole("button", { name: /Grade 4 team/ }).click();
    await panel.line("our norms").waitFor();
    await panel.press("n", "a");
    await expect.poll(() => panel.decisions()).toHaveLength(1);
    const [decided] = await panel.decisions();
    const page = await open();
    await page.getByLabel("Your name").fill("Roz");
    await page.getByLabel("Your name").blur();
    const data = section(page, "Export, import, delete");
    const saving = page.waitForEvent("download");
    await data.getByRole("button", { name: "Export everything" }).click();
    const saved = readFileSync(await (await saving).path(), "utf8");
    expect(saved).toContain("Went through our norms");

    await data.getByRole("button", { name: "Delete everything…" }).click();
    expect(await axeOn(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Keep everything" }).click();
    expect(await panel.rows("documents")).toHaveLength(1);
    await data.getByRole("button", { name: "Delete everything…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
    await data.getByText(/Everything is deleted/).waitFor();
    for (const table of ["documents", "lines", "decisions", "outbox"] as const)
      expect(await panel.rows(table)).toEqual([]);
    await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("");

    const importing = data.locator('input[type="file"]');
    await importing.setInputFiles(file(saved.slice(0, saved.length / 2)));
    await data.getByText(/This file is cut off or is not a backup of Plumbline/).waitFor();
    await importing.setInputFiles(file(saved.replace('"plumbline-backup"', '"another"')));
    await data.getByText(/This is not a backup of Plumbline/).waitFor();
    expect(await axeOn(page)).toEqual([]);
    expect(await panel.rows("documents")).toEqual([]);
    await importing.setInputFiles(file(saved));
    await data.getByText(/Imported: 1 document and 1 decision/).waitFor();
    // Whose a decision without a name was, a file cannot tell.
    expect(await panel.decisions()).toEqual([{ ...decided, brought: true }]);
    await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Roz");
  });

  test("one document can be deleted alone, with what was decided on it", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser(), "kept-1");
    await panel.keep(readingOf(MEETING, "kept-1"));
    await panel.keep(readingOf({ ...MEETING, title: "Grade 5 team" }, "kept-2"));
    const page = await open();
    const data = section(page, "Export, import, delete");
    await data.getByText("2 documents kept").click();
    await data.getByRole("button", { name: "Delete Grade 5 team with what was decided on it" }).click();
    await data.getByText("1 document kept").waitFor();
    expect((await panel.rows<{ document: string }>("documents")).map(({ document }) => document)).toEqual(["kept-1"]);
  });

  test("the privacy section names every place where something is kept", async () => {
    const page = await open();
    const words = await section(page, "Privacy: what is kept, and where").innerText();
    expect(words).toContain("Nothing leaves this computer unless you send it");
    for (const said of KEPT_HERE.flatMap(({ what, which, where }) => [what, which, where]))
      expect(words).toContain(said);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1100, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
  });
});
