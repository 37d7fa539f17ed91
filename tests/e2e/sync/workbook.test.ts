import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { type Decision, decisionFromRow, decisionToRow } from "../../../core/index";
import { actAs } from "../../google/act-as";
import { startGoogle } from "../../google/http/google-server";
import { type HttpFaults, seededFaults } from "../../google/http/http-faults";
import { Workspace } from "../../google/workspace";
import { selfSigned } from "../../replica/self-signed";
import { BUILT, extensionIdOf } from "../extension";
import { describeInChromium } from "../in-browser";
import { axeOn, forgetAll, MEETING, PanelPage, readingOf } from "../panel/panel-page";

declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly managed: { get: () => Promise<object> } };
};

const ana = "ana@school.org";
const ben = "ben@school.org";
const CLIENT = "123-abc.apps.googleusercontent.com";
const HOSTS = ["sheets.googleapis.com", "www.googleapis.com", "accounts.google.com", "oauth2.googleapis.com"];

/** Google's minutes pass in two seconds, so that its quota does not hold up the tests. */
const began = Date.now();
const workspace = new Workspace({ clock: { now: () => began + (Date.now() - began) * 30 } });
const google = await startGoogle({
  workspace,
  clients: [
    {
      id: CLIENT,
      project: "plumbline",
      redirectUris: [`https://${extensionIdOf(BUILT.chromium)}.chromiumapp.org/`],
    },
  ],
  tls: selfSigned(HOSTS),
});
google.oauth.person = ana;
afterAll(async () => {
  await google.close();
  expect(google.broken).toBeUndefined();
});

const { port } = new URL(google.url);
const args = [
  `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(", ")}`,
  "--ignore-certificate-errors",
];

/** What the Decisions sheet of a workbook holds: of the first one, where none is named. */
function rows(id?: string): readonly Decision[] {
  const [first] = workspace.books.values();
  return ((id === undefined ? first : workspace.books.get(id))?.sheets[0]?.rows ?? []).flatMap((row) => {
    const reading = decisionFromRow(Array.from(row ?? [], (cell) => cell?.userEnteredValue?.stringValue ?? ""));
    return reading.ok ? [reading.decision] : [];
  });
}

const send = (page: Page, type: string, data: unknown) =>
  page.evaluate(
    ([verb, given]) => chrome.runtime.sendMessage({ type: verb, id: 1, timestamp: Date.now(), data: given }),
    [type, data] as const,
  );

async function stopWorkers(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("ServiceWorker.enable");
  await devTools.send("ServiceWorker.stopAllWorkers");
  await devTools.detach();
}

const decide = (page: Page, id: string) =>
  send(page, "decide", [
    {
      ...{ document: "kept-1", tab: "", id, line: 1, meeting: "", indicator: "SB1", verdict: "accept" },
      ...{ quote: MEETING.lines[1]?.text, prefix: "", suffix: "", stance: "evidenced", note: "", reader: "compact" },
    },
  ]);

describeInChromium("The team's workbook", { extension: BUILT.chromium, args }, (browser) => {
  const settings = async () => {
    const page = await browser().context.newPage();
    // As an administrator's policy would give it.
    await page.addInitScript((googleClientId) => {
      chrome.storage.managed.get = async () => ({ googleClientId });
    }, CLIENT);
    await page.goto(`chrome-extension://${browser().extensionId}/options.html`);
    const section = page.getByRole("region", { name: "Your team's workbook" });
    return { page, section, press: (name: string) => section.getByRole("button", { name }).click() };
  };

  test("without a client id the page says so, and copying by hand is there", async () => {
    const page = await browser().extensionPage("options.html");
    const section = page.getByRole("region", { name: "Your team's workbook" });
    await section.getByText("administrator can connect Plumbline with Google").waitFor();
    await section.getByRole("button", { name: "Copy new decisions" }).waitFor();
    expect(await section.getByRole("button", { name: "Sign in" }).count()).toBe(0);
    expect(google.log).toEqual([]);
  });

  test("a person signs in, makes one, sends, and reads what a colleague decided", async () => {
    await forgetAll(browser());
    const { page, section, press } = await settings();
    await send(page, "documentRead", readingOf(MEETING, "kept-1"));
    await decide(page, "decision-1");
    await press("Sign in with Google");
    await section.getByText("You are signed in").waitFor();
    await press("Make a new workbook");
    await section.getByText("Sent 1 decision").waitFor();
    expect(rows().map(({ id, who }) => [id, who])).toEqual([["decision-1", ana]]);
    expect(await axeOn(page)).toEqual([]);

    const [book] = workspace.books.values();
    const id = book?.spreadsheetId ?? "";
    workspace.share(id, ben, "writer");
    const theirs = {
      ...(rows()[0] as Decision),
      id: "decision-2",
      who: ben,
      verdict: "reject" as const,
      stance: "" as const,
    };
    actAs(workspace, ben).sheets(
      "spreadsheets.values.append",
      { spreadsheetId: id, range: "Decisions!A1", valueInputOption: "RAW" },
      { values: [decisionToRow(theirs)] },
    );
    await press("Send now");
    await section.getByText("1 decision of colleagues came back").waitFor();

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
    await page.bringToFront();

    // The worker sends by itself what is decided from now on, whatever Google does meanwhile.
    const faults: HttpFaults = seededFaults(5, 0.3, [{ kind: "twice" }, { kind: "cut", when: "after" }]);
    google.faults = faults;
    await decide(page, "decision-3");
    await expect.poll(() => rows().some((row) => row.id === "decision-3"), { timeout: 60_000 }).toBe(true);
    google.faults = () => undefined;

    workspace.unshare(id, ana);
    await press("Send now");
    await section.getByText("You may not write in this workbook. What you decided waits here.").waitFor();
    await expect.poll(() => panel.said.textContent()).toContain("You may not write in this workbook");

    await press("Sign out");
    await section.getByText("You are signed out").waitFor();
    await section.getByRole("button", { name: "Sign in with Google" }).waitFor();
  }, 120_000);

  test("ten schedules of faults, with the page closed and the worker stopped in the middle, lose and double nothing", async () => {
    await forgetAll(browser());
    const used = new Set(workspace.books.keys());
    let open = await settings();
    await open.press("Sign in with Google");
    await open.section.getByText("You are signed in").waitFor();
    await open.press("Make a new workbook");
    await open.section.getByText("Everything is in the workbook already").waitFor();
    const id = [...workspace.books.keys()].find((key) => !used.has(key)) ?? "";
    const made: string[] = [];
    for (let seed = 1; seed <= 10; seed++) {
      google.faults = seededFaults(seed, 0.5);
      for (let n = 0; n < 3; n++) {
        made.push(`seed-${seed}-${n}`);
        await decide(open.page, made.at(-1) as string);
      }
      await open.press("Send now");
      if (seed % 2 === 0) await stopWorkers(open.page);
      if (seed % 3 === 0) {
        await open.page.close();
        open = await settings();
      } else await open.section.locator('[role="status"] p').waitFor();
    }
    google.faults = () => undefined;
    expect(google.log.filter(({ fault }) => fault).length).toBeGreaterThan(5);
    const waiting = () => open.section.getByText("Nothing waits.").count();
    for (let tried = 0; tried < 5 && (await waiting()) === 0; tried++) {
      await open.press("Send now");
      await open.section.locator('[role="status"] p').waitFor();
    }
    await open.section.getByText("Nothing waits.").waitFor();
    expect(new Set(rows(id).map((row) => row.id)), "the schedules are those of seeds 1 to 10").toEqual(new Set(made));
  }, 180_000);
});
