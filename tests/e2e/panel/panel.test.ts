import { expect, test } from "vitest";
import { axeOn } from "../axe";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { forgetAll, MEETING, PanelPage, readingOf } from "./panel-page";

const HOSTILE = '<img src=x onerror="document.title=1">';

/** A meeting of a log. */
const meetingOf = (day: number) => [
  { kind: "heading" as const, text: `Grade 4 team, Oct ${day} 2025`, depth: 1 },
  { kind: "bullet" as const, text: `Looked at student work together: all 94 exit tickets of day ${day}` },
];

describeInChromium("The side panel", { extension: BUILT.chromium }, (browser) => {
  test("without a document it says what to do, and offers what was read before", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    await panel.page.getByRole("heading", { name: "Open your meeting notes" }).waitFor();
    expect(await panel.axe()).toEqual([]);
    await panel.keep(readingOf(MEETING, "kept-1"));
    await panel.page.getByRole("button", { name: /Grade 4 team/ }).click();
    await panel.line("our norms").waitFor();
    expect(await panel.page.locator(".way").textContent()).toContain("not open here");
  });

  test("a document of which nothing could be read yet is not called empty", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    await panel.keep(
      readingOf({ title: "Grade 4 team", lines: [] }, "unread", { way: { text: "none", marks: "none" } }),
    );
    await panel.page.getByRole("button", { name: "Grade 4 team" }).click();
    await panel.page.getByRole("heading", { name: "Nothing could be read yet" }).waitFor();
    expect(await panel.page.getByText("Nothing is written").count()).toBe(0);
    expect(await panel.axe()).toEqual([]);
  });

  test("a document follows what is typed, and keeps what was decided", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    await panel.press("n", "a");
    await panel.chip("SB1", "agreed").waitFor();
    await panel.press("I");
    await editor.page.bringToFront();
    await editor.press("Control+End");
    await editor.press("Enter");
    await editor.type("We agreed to visit each other next week");
    await panel.page.bringToFront();
    await panel.line("visit each other").waitFor();
    await panel.chip("SB1", "agreed").waitFor();
    await panel.press("i");
    await expect.poll(() => panel.lines.count()).toBe(1);
    expect(await panel.line("visit each other").textContent()).toContain("new");
  });

  test("what came while the panel was closed is new when it is opened again", async () => {
    const { panel, editor } = await PanelPage.beside(browser());
    expect(await panel.page.getByRole("button", { name: /^New/ }).count()).toBe(0);
    await panel.page.close();
    await editor.page.bringToFront();
    await editor.press("Control+End");
    await editor.press("Enter");
    await editor.type("We agreed to visit each other next week");
    const again = await PanelPage.open(browser());
    await again.page.getByRole("button", { name: "New (1)" }).click();
    await expect.poll(() => again.lines.allTextContents()).toEqual([expect.stringContaining("visit each other")]);
  });

  test("the map leads to a line of an earlier meeting, in its own notes, and back to the open ones", async () => {
    const { panel } = await PanelPage.beside(browser());
    const earlier = { title: "October", lines: [1, 8, 15].flatMap((day) => meetingOf(day)) };
    await panel.keep(readingOf(earlier, "october"));
    await panel.press("m");
    await panel.page.locator('[data-cell="SL3"]').click();
    await panel.page.getByRole("button", { name: /exit tickets of day 8/ }).click();
    await expect.poll(() => panel.page.locator('[aria-current="true"]').textContent()).toContain("tickets of day 8");
    expect(await panel.selected.getAttribute("data-code")).toBe("SL3");
    await panel.page.getByRole("button", { name: "Back to the open document" }).click();
    await panel.line("our norms").waitFor();
  });

  test("two windows on one document agree at once", async () => {
    const { panel } = await PanelPage.beside(browser());
    const other = await PanelPage.open(browser());
    await other.line("our norms").waitFor();
    await panel.press("n", "r");
    await other.chip("SB1", "rejected").waitFor();
    await other.press("n", "a");
    const first = await other.selected.getAttribute("data-code");
    await panel
      .chip(first ?? "", "agreed")
      .first()
      .waitFor();
  });

  test("a worker that is stopped in between loses nothing and answers nothing twice", async () => {
    const { panel } = await PanelPage.beside(browser());
    const session = await browser().context.newCDPSession(panel.page);
    await session.send("ServiceWorker.enable");
    await panel.press("n", "a");
    await session.send("ServiceWorker.stopAllWorkers");
    await panel.press("n", "r");
    await session.send("ServiceWorker.stopAllWorkers");
    await panel.press("u");
    await expect
      .poll(async () => (await panel.decisions()).map(({ verdict }) => verdict))
      .toEqual(["accept", "reject", "withdraw"]);
    expect(await panel.page.locator('[role="alert"]').count()).toBe(0);
  });

  test("a line that was taken out is listed as lost, and its decision comes back with it", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    await panel.keep(readingOf(MEETING, "kept-2"));
    await panel.page.getByRole("button", { name: /Grade 4 team/ }).click();
    await panel.line("our norms").waitFor();
    await panel.press("n", "a");
    await panel.chip("SB1", "agreed").waitFor();
    const without = { ...MEETING, lines: MEETING.lines.filter((_, at) => at !== 1) };
    await expect.poll(() => panel.rows("decisions")).toHaveLength(1);
    await panel.keep(readingOf(without, "kept-2"));
    await panel.page.getByRole("button", { name: "Lost lines (1)" }).waitFor();
    await panel.press("b");
    await panel.page.getByText("“Went through our norms; Tomás took one voice at a time”").waitFor();
    expect(await panel.axe()).toEqual([]);
    await panel.keep(readingOf(MEETING, "kept-2"));
    await panel.press("l");
    await panel.chip("SB1", "agreed").waitFor();
    expect(await panel.page.getByRole("button", { name: /Lost lines/ }).count()).toBe(0);
  });

  test("an agenda is checked, with items to take over", async () => {
    const lines = [
      { kind: "heading" as const, text: "Agenda, Grade 4 team, Dec 3 2025, 45 min", depth: 1 },
      { kind: "item" as const, text: "10 min: look at exit tickets from Tuesday (Roz)" },
      { kind: "item" as const, text: "20 min: buses, picture day, fire drill" },
      { kind: "item" as const, text: "40 min: plan the fractions unit together (all)" },
    ];
    const { panel } = await PanelPage.beside(browser(), { title: "Agenda Dec 3", lines });
    await panel.page.getByRole("button", { name: "Agenda check" }).click();
    await panel.page.getByRole("heading", { name: "Items and what they promise" }).waitFor();
    expect(await panel.page.locator(".items li").count()).toBe(3);
    expect(await panel.page.locator(".findings li").count()).toBeGreaterThan(0);
    expect(await panel.axe()).toEqual([]);
    await panel.page.getByRole("button", { name: /look at exit tickets/ }).click();
    await expect.poll(() => panel.page.locator('[aria-current="true"]').textContent()).toContain("exit tickets");
  });

  test("hostile text stays text", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    const notes = {
      title: HOSTILE,
      lines: [
        { kind: "heading" as const, text: HOSTILE },
        { kind: "bullet" as const, text: `Looked at student work ${HOSTILE} \u202Egnihtyreve` },
      ],
    };
    await panel.keep(readingOf(notes, "hostile"));
    await panel.page.getByRole("button", { name: /onerror/ }).click();
    await panel.lines.first().waitFor();
    await panel.press("n", "a", "m");
    await panel.page.locator(".cell").first().waitFor();
    expect(await panel.page.locator("img").count()).toBe(0);
    expect(await panel.page.title()).toBe("Plumbline");
  });

  test("a long log is drawn in steps, and the last line can still be reached", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    const lines = Array.from({ length: 2000 }, (_, n) => ({
      kind: "bullet" as const,
      text: `Sorted exit tickets, pile ${n}`,
    }));
    await panel.keep(readingOf({ title: "Long log", lines }, "long"));
    await panel.page.getByRole("button", { name: /Long log/ }).click();
    await panel.lines.first().waitFor();
    expect(await panel.lines.count()).toBeLessThan(200);
    await panel.press("k");
    await panel.line("pile 1999").waitFor();
  });

  test.each([
    ["light, 320 px", { width: 320, height: 640 }, "light"],
    ["dark, 320 px", { width: 320, height: 640 }, "dark"],
    // 200 % zoom of a panel 360 px wide leaves 180 CSS px.
    ["light, at 200 % zoom", { width: 180, height: 400 }, "light"],
  ] as const)("axe finds nothing and nothing is cut off: %s", async (_, viewport, colorScheme) => {
    const { panel } = await PanelPage.beside(browser());
    await panel.page.setViewportSize(viewport);
    await panel.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const findings: string[] = [];
    const look = async (where: string) => {
      findings.push(...(await panel.axe()).map((finding) => `${where}: ${finding}`));
      const wide = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) findings.push(`${where}: ${wide} px wider than the panel`);
    };
    await look("lines");
    await panel.press("n");
    await look("a tag");
    for (const key of ["a", "s", "Escape", "o", "Escape", "t"]) {
      await panel.press(key);
      await look(`after ${key}`);
    }
    await panel.press("Escape", "r");
    await look("rejected");
    await panel.press("m");
    await panel.page.locator('[data-cell="SL3"]').click();
    await look("map");
    await panel.press("?");
    await look("keys");
    expect(findings).toEqual([]);
  });

  test.each([
    ["options.html", "light"],
    ["options.html", "dark"],
    ["welcome.html", "light"],
    ["welcome.html", "dark"],
  ] as const)("axe finds nothing on %s, %s", async (path, colorScheme) => {
    const page = await browser().extensionPage(path);
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator("h2").first().waitFor();
      expect(await axeOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});
