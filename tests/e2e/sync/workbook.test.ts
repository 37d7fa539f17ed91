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

const workspace = new Workspace({ clock: { now: Date.now } });
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

/** What the Decisions sheet of the only workbook holds. */
function rows(): readonly Decision[] {
  const [book] = workspace.books.values();
  return (book?.sheets[0]?.rows ?? []).flatMap((row) => {
    const reading = decisionFromRow(Array.from(row ?? [], (cell) => cell?.userEnteredValue?.stringValue ?? ""));
    return reading.ok ? [reading.decision] : [];
  });
}

const send = (page: Page, type: string, data: unknown) =>
  page.evaluate(
    ([verb, given]) => chrome.runtime.sendMessage({ type: verb, id: 1, timestamp: Date.now(), data: given }),
    [type, data] as const,
  );

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

    await press("Sign out");
    await section.getByText("You are signed out").waitFor();
    await section.getByRole("button", { name: "Sign in with Google" }).waitFor();
  }, 120_000);
});
