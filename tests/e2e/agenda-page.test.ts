import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agendaPage } from "../../cli/outputs/agenda-page";
import { readMarkdown } from "../../cli/readers/markdown";
import { adaptRubric, checkAgenda, type Notes, plcRubric } from "../../core/index";
import { labelledAgendas } from "../core/agenda/corpus";
import { findChromium } from "./find-browsers";
import { axeOn } from "./panel/panel-page";

const found = findChromium();
const agendas = labelledAgendas("open");
const HOSTILE: Notes = {
  title: "<img src=x onerror=alert(1)>",
  lines: [
    { kind: "bullet", text: `</pre><script>document.title = "gone"</script> (5 min)` },
    { kind: "bullet", text: `${"Aa".repeat(120)} (10 min)` },
  ],
};

/** Five minutes more than there are. */
const TABLE = `# PLC, 2:45–3:15
| Time | Topic |
|---|---|
| 5 | Norms |
| 10 | Picture day, bus changes |
| 20 | Exit slips: sort into three piles |`;

describe.skipIf(found === undefined)("the page of an agenda in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: found as string, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser?.close());

  async function open(options: BrowserContextOptions, notes: Notes, name = "agenda.md"): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await show(page, { notes, name });
    return page;
  }
  const show = (page: Page, { notes, name, history }: { notes: Notes; name: string; history?: object }) => {
    const check = checkAgenda(notes, plcRubric, history as Parameters<typeof checkAgenda>[2]);
    return page.setContent(agendaPage(check, notes, adaptRubric(plcRubric, {}), { title: name, facts: [notes.date] }));
  };

  test.each(["A4", "Letter"])("prints every agenda of the corpus on one sheet of %s", async (format) => {
    const page = await (await browser.newContext()).newPage();
    const sheets = new Map<string, number>();
    for (const agenda of agendas) {
      await show(page, agenda);
      const pdf = (await page.pdf({ format })).toString("latin1");
      sheets.set(agenda.name, pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0);
    }
    expect([...sheets].filter(([, count]) => count !== 1)).toEqual([]);
    expect(sheets.size).toBeGreaterThan(60);
  });

  test.each<[string, BrowserContextOptions]>([
    ["on a phone", { viewport: { width: 320, height: 640 } }],
    ["at twice its size", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
    ["in the dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
  ])("is wholly there and readable by all %s", async (_, options) => {
    for (const notes of [HOSTILE, ...agendas.slice(0, 4).map((agenda) => agenda.notes)]) {
      const page = await open(options, notes);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      expect(await axeOn(page)).toEqual([]);
      await page.context().close();
    }
  });

  test("runs nothing that stands in an agenda", async () => {
    const page = await open({}, HOSTILE, HOSTILE.title);
    expect(await page.locator("script, img").count()).toBe(0);
    expect(await page.locator(".items").textContent()).toContain("</pre><script>");
    expect(await page.title()).not.toBe("gone");
    await page.context().close();
  });

  test("a row for a table is copied with tabs between its cells and shown with bars", async () => {
    const page = await open({}, readMarkdown(new TextEncoder().encode(TABLE)));
    const row = page.locator(".suggestion:has(.cell)").first();
    const [first, second] = await row.locator(".cell").allTextContents();
    expect([first, second]).toEqual(["5", "Picture day, bus changes"]);
    const copied = await row.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return String(getSelection());
    });
    expect(copied).toBe(`${first}\t${second}`);
    await page.context().close();
  });
});
