import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BUILT, firefoxIdOf } from "../extension";
import { findFirefox } from "../find-browsers";
import { Firefox } from "../firefox";
import type { FirefoxPage } from "../firefox-page";
import { MEETING, readingOf } from "../panel/panel-page";
import { type BrowserOutcome, playInBrowser, SEEDS } from "./browser-schedule";
import { ana, CLIENT, openSchoolOnline, type SchoolOnline } from "./school-online";
import { SettingsPage } from "./settings-page";

declare const chrome: {
  readonly storage: Record<
    "local" | "session",
    { get(): Promise<Readonly<Record<string, unknown>>>; clear(): Promise<void> }
  >;
};

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const id = firefoxIdOf(BUILT.firefox) ?? "";
/** The first label of the address that Firefox gives an extension is made from the extension's id. */
const LABEL = createHash("sha1").update(id).digest("hex");

describe.skipIf(findFirefox() === undefined)("The team's workbook in Firefox", () => {
  let school: SchoolOnline;
  let firefox: Firefox;
  let tab: FirefoxPage;
  let page: SettingsPage;
  const open = async () => {
    const opened = await firefox.extensionPage("options.html");
    tab = opened;
    page = new SettingsPage({
      run: (act, ...args) => opened.evaluate(act, ...args),
      click: (css) => opened.click(css),
    });
  };
  beforeAll(async () => {
    school = await openSchoolOnline(`http://127.0.0.1/mozoauth2/${LABEL}`);
    firefox = await Firefox.start({
      extension: { folder: BUILT.firefox, id },
      port: school.port,
      managed: { googleClientId: CLIENT },
    });
    await open();
  });
  afterAll(async () => {
    await firefox?.stop();
    await school?.google.close();
    expect(school.google.broken).toBeUndefined();
  });

  test("a person signs in in Google's own window, with the client that the school's policy names", async () => {
    await page.send("documentRead", readingOf(MEETING, "kept-1"));
    await page.decide("decision-1");
    school.google.oauth.consent = "ask";
    await page.press("Sign in with Google");
    let window: FirefoxPage | undefined;
    await expect
      .poll(async () => {
        window = await firefox.showing(/^https:\/\/accounts\.google\.com\//);
        return window;
      })
      .toBeDefined();
    if (!window) throw new Error("Google's window has gone.");
    await window.waitFor(() => document.querySelector("#allow") !== null);
    await window.click("#allow");
    school.google.oauth.consent = "allow";
    await page.says(`Signed in as ${ana}`);
    await page.press("Make a new workbook");
    await page.says("Sent 1 decision");
    expect(school.rows(school.newest()).map(({ id: row, who }) => [row, who])).toEqual([["decision-1", ana]]);
    const { session, local } = await tab.evaluate(async () => ({
      session: await chrome.storage.session.get(),
      local: JSON.stringify(await chrome.storage.local.get()),
    }));
    expect(session).toMatchObject({ token: { token: expect.stringMatching(/^ya29\./) } });
    expect(local).not.toContain("ya29.");
  });

  describe("a schedule of faults, with pages closed and the browser killed, loses and doubles nothing", () => {
    const outcomes: BrowserOutcome[] = [];
    const mishaps = [
      async () => {
        const old = tab;
        await open();
        await old.close();
      },
      () => tab.reload(),
      async () => {
        firefox = await firefox.crash();
        await open();
      },
    ];
    test.each(SEEDS)("of seed %i", async (seed) => {
      const outcome = await playInBrowser(seed, { page: () => page, mishaps }, school);
      outcomes.push(outcome);
      expect(outcome.wrong, `BROWSER_SCHEDULE_SEED=${seed} plays it again`).toEqual([]);
    });

    test.skipIf(SEEDS.length < 2)("that is none without faults and mishaps", () => {
      for (const what of ["faults", "mishaps"] as const)
        expect(
          outcomes.reduce((sum, outcome) => sum + outcome[what], 0),
          what,
        ).toBeGreaterThan(5);
    });
  });

  test("a sign-in that cannot be renewed for want of a network is renewed later, without the person", async () => {
    await tab.evaluate(() => chrome.storage.session.clear());
    school.google.down = true;
    await page.press("Send now");
    await page.says("Google could not take it just now.");
    school.google.down = false;
    await page.press("Send now");
    await page.says("Everything is in the workbook already");
  });

  test("signing out has Google forget what was allowed", async () => {
    expect(school.agreed()).toBe(true);
    await page.press("Sign out");
    await page.says("You are signed out");
    await expect.poll(() => school.agreed()).toBe(false);
    expect(await tab.evaluate(() => chrome.storage.session.get())).not.toHaveProperty("token.token");
  });
});
