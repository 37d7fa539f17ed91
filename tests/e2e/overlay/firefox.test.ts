import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BUILT, firefoxIdOf } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import { drawnIn } from "./firefox-drawn";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NOTES = {
  title: "Grade 4 team",
  tabs: [{ id: "t.0", title: "Tab 1", paragraphs: [{ kind: "para" as const, text: "Bus 6 runs ten minutes late" }] }],
};

describe.skipIf(findFirefox() === undefined)("The overlay in Firefox", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    const id = firefoxIdOf(BUILT.firefox) as string;
    firefox = await Firefox.start({ extension: { folder: BUILT.firefox, id } });
  });
  afterAll(() => firefox?.stop());

  test("a typed line is marked on its words, agreed to by key on the card, and the panel has the answer", async () => {
    const page = await firefox.open(NOTES);
    await page.press("Control+End");
    await page.press("Enter");
    await page.type("We agreed on norms. ");
    await page.press("Enter");
    const marks = async () => (await drawnIn(page)).marks.filter(({ code }) => code === "SB1");
    await expect.poll(async () => (await marks()).map(({ line }) => line)).toEqual([1]);
    const under = await page.evaluate((all) => all.map((box) => window.__replica.under(box)), await marks());
    expect(under).toEqual([[expect.objectContaining({ line: 1, text: expect.stringContaining("norms") })]]);

    await page.press("ArrowUp");
    await page.press("Alt+Shift+J");
    await expect.poll(async () => (await drawnIn(page)).card).toContain("Suggested by Plumbline");
    await page.pressHere("a");
    await expect.poll(async () => (await drawnIn(page)).card).toContain("You agreed");
    await page.pressHere("Escape");
    await expect.poll(async () => (await drawnIn(page)).card).toBe("");
    await page.type("Truly");
    expect(await page.evaluate(() => window.__replica.lines()[1]?.text)).toContain("Truly");

    const panel = await firefox.extensionPage("sidepanel.html");
    await panel.waitFor(() => document.querySelector('.chip[data-code="SB1"][data-state="agreed"]') !== null);
  });

  test("a document behind another tab is read when it comes to the front", async () => {
    const tabs = [{ id: "t.0", title: "Tab 1", paragraphs: [{ kind: "para" as const, text: "meetings today" }] }];
    const page = await firefox.open({ title: "Grade 5 team", tabs });
    const panel = await firefox.extensionPage("sidepanel.html");
    await page.evaluate(() => window.__replica.insert(0, 0, "We agreed on norms for our "));
    await page.activate();
    await expect.poll(async () => (await drawnIn(page)).marks.map(({ code }) => code)).toContain("SB1");
    await panel.activate();
    await panel.waitFor(() => document.body.innerText.includes("Grade 5 team"));
  });
});
