import type { Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpFaults, noHttpFaults, seededFaults } from "../../google/http/http-faults";
import { BUILT, extensionIdOf } from "../extension";
import { describeInChromium } from "../in-browser";
import { axeOn, MEETING, PanelPage, readingOf } from "../panel/panel-page";
import { type BrowserOutcome, playInBrowser, SEEDS } from "./browser-schedule";
import { ana, ben, CLIENT, openSchoolOnline } from "./school-online";
import { SettingsPage } from "./settings-page";

declare const chrome: {
  readonly storage: {
    readonly managed: { get: () => Promise<object> };
    readonly local: { get(): Promise<object> };
    readonly session: { get(): Promise<object>; clear(): Promise<void> };
  };
};

const school = await openSchoolOnline(`https://${extensionIdOf(BUILT.chromium)}.chromiumapp.org/`);
const { google, workspace, rows } = school;
afterAll(async () => {
  await google.close();
  expect(google.broken).toBeUndefined();
});

const args = [
  `--host-resolver-rules=${school.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${school.port}`).join(", ")}`,
  "--ignore-certificate-errors",
];

/** Gives a client id as an administrator's policy would: Chromium reads policies only from folders of the whole machine. */
const presetClient = (googleClientId: string) => {
  chrome.storage.managed.get = async () => ({ googleClientId });
};

async function stopWorkers(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("ServiceWorker.enable");
  await devTools.send("ServiceWorker.stopAllWorkers");
  await devTools.detach();
}

describeInChromium("The team's workbook in Chromium", { extension: BUILT.chromium, args }, (browser) => {
  let tab: Page;
  let page: SettingsPage;
  const open = async () => {
    const opened = await browser().context.newPage();
    await opened.addInitScript(presetClient, CLIENT);
    await opened.goto(`chrome-extension://${browser().extensionId}/options.html`);
    tab = opened;
    page = new SettingsPage({
      run: (act, ...given) => opened.evaluate(`(${act})(...${JSON.stringify(given)})`),
      click: (css) => opened.click(css),
    });
  };

  test("without a client id the page says so, and copying by hand is there", async () => {
    const bare = await browser().extensionPage("options.html");
    const section = bare.getByRole("region", { name: "Your team's workbook" });
    await section.getByText("administrator can connect Plumbline with Google").waitFor();
    await section.getByRole("button", { name: "Copy new decisions" }).waitFor();
    expect(await section.getByRole("button", { name: "Sign in" }).count()).toBe(0);
    expect(google.log).toEqual([]);
  });

  describe("of those who sign in", () => {
    beforeAll(async () => {
      const preset = (worker: Worker) => worker.evaluate(presetClient, CLIENT).catch(() => {});
      browser().context.on("serviceworker", preset);
      await preset(await browser().worker());
    });

    test("a person signs in in Google's own window, makes one, sends, and reads what a colleague decided", async () => {
      await open();
      await page.send("documentRead", readingOf(MEETING, "kept-1"));
      await page.decide("decision-1");
      google.oauth.consent = "ask";
      const window = browser().context.waitForEvent("page");
      await page.press("Sign in with Google");
      await (await window).click("#allow");
      await page.says(`Signed in as ${ana}`);
      google.oauth.consent = "allow";
      await page.press("Make a new workbook");
      await page.says("Sent 1 decision");
      const workbook = school.newest();
      expect(rows(workbook).map(({ id, who }) => [id, who])).toEqual([["decision-1", ana]]);
      expect(await axeOn(tab)).toEqual([]);
      const { session, local } = await tab.evaluate(async () => ({
        session: JSON.stringify(await chrome.storage.session.get()),
        local: JSON.stringify(await chrome.storage.local.get()),
      }));
      expect([session.includes("ya29."), local.includes("ya29.")]).toEqual([true, false]);

      const [first] = rows(workbook);
      if (first) school.benDecides(workbook, { ...first, id: "decision-2", verdict: "reject", stance: "" });
      await page.press("Send now");
      // The worker may have fetched it a moment before.
      await expect.poll(async () => (await page.kept()).decisions.map(({ id }) => id)).toContain("decision-2");
      const panel = await PanelPage.open(browser(), "kept-1");
      await panel.page.getByRole("button", { name: /Grade 4 team/ }).click();
      await panel.chip("SB1").click();
      const voices = panel.page.locator(".voices");
      await voices.waitFor();
      const today = new Date().getUTCFullYear();
      expect(await voices.locator("li").allTextContents()).toEqual([
        expect.stringMatching(new RegExp(`${ben}.*not here.*${today}`)),
        expect.stringMatching(new RegExp(`You.*evidenced.*${today}`)),
      ]);
      await tab.bringToFront();

      // The worker sends by itself what is decided from now on, whatever Google does meanwhile.
      const faults: HttpFaults = seededFaults(5, 0.3, [{ kind: "twice" }, { kind: "cut", when: "after" }]);
      google.faults = faults;
      await page.decide("decision-3");
      await expect.poll(() => rows(workbook).some(({ id }) => id === "decision-3"), { timeout: 60_000 }).toBe(true);
      google.faults = noHttpFaults;

      workspace.unshare(workbook, ana);
      await page.press("Send now");
      await page.says("You may not write in this workbook. What you decided waits here.");
      await expect.poll(() => panel.said.textContent()).toContain("You may not write in this workbook");
    });

    test("a colleague's workbook is taken by its link, with the steps for a person who has not allowed it yet", async () => {
      await open();
      const theirs = workspace.addSpreadsheet(ben, "Our workbook");
      workspace.share(theirs, ana, "writer");
      await page.paste(`https://docs.google.com/spreadsheets/d/${theirs}/edit#gid=0`);
      await page.press("Use this workbook");
      await page.says("Plumbline cannot open this workbook under your account yet.");
      await page.says("press “Allow for this spreadsheet”");
      workspace.grant(ana, "plumbline", theirs);
      await page.press("Use this workbook");
      await page.says("This spreadsheet has no Decisions sheet.");
      await page.press("Add the Decisions sheet");
      await page.says("Everything is in the workbook already");
      expect(workspace.books.get(theirs)?.sheets.map(({ properties }) => properties.title)).toContain("Decisions");
    });

    describe("a schedule of faults, with pages closed and the worker stopped, loses and doubles nothing", () => {
      const outcomes: BrowserOutcome[] = [];
      const mishaps = [
        async () => {
          const old = tab;
          await open();
          await old.close();
        },
        async () => {
          await tab.reload();
        },
        () => stopWorkers(tab),
        async () => {
          const old = tab;
          await stopWorkers(old);
          await open();
          await old.close();
        },
      ];
      test.each(SEEDS)("of seed %i", async (seed) => {
        await open();
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
      await open();
      await tab.evaluate(() => chrome.storage.session.clear());
      google.down = true;
      await page.press("Send now");
      await page.says("Google could not take it just now.");
      google.down = false;
      await page.press("Send now");
      await page.says("Everything is in the workbook already");
    });

    test("signing out has Google forget what was allowed", async () => {
      await open();
      expect(school.agreed()).toBe(true);
      await page.press("Sign out");
      await page.says("You are signed out");
      await expect.poll(() => school.agreed()).toBe(false);
      expect(await tab.evaluate(async () => JSON.stringify(await chrome.storage.session.get()))).not.toContain("ya29.");
      await page.says("Sign in with Google");
    });
  });
});
