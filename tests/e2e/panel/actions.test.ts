import { expect, test } from "vitest";
import {
  ACTIONS,
  type Action,
  AGENDA_KEYS,
  CARD_KEYS,
  DOCUMENT_KEYS,
  EVERYWHERE_KEYS,
  KEYS,
} from "../../../extension/services/panel/keys";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { AGENDA, forgetAll, MEETING, PanelPage, readingOf } from "./panel-page";

describeInChromium("Every action of the panel, by its key", { extension: BUILT.chromium }, (browser) => {
  /** What each key must bring about. A new action without a case does not compile. */
  const cases: Record<Action, (panel: PanelPage) => Promise<void>> = {
    nextLine: async (panel) => {
      await panel.press("j", "j");
      await expect.poll(() => panel.page.locator('[aria-current="true"]').textContent()).toContain("94 exit tickets");
    },
    previousLine: async (panel) => {
      await panel.press("j", "j", "k");
      await expect.poll(() => panel.page.locator('[aria-current="true"]').textContent()).toContain("our norms");
    },
    nextSuggestion: async (panel) => {
      await panel.press("n");
      await expect.poll(() => panel.selected.getAttribute("data-code")).toBe("SB1");
      expect(await panel.page.evaluate(() => document.activeElement?.getAttribute("data-code"))).toBe("SB1");
    },
    previousSuggestion: async (panel) => {
      await panel.press("n", "n", "p");
      await expect.poll(() => panel.selected.getAttribute("data-code")).toBe("SB1");
    },
    reveal: async (panel) => {
      await panel.press("n", "v");
      await expect.poll(() => panel.said.textContent()).toBe("");
    },
    caret: async (panel) => {
      await panel.press("c");
      // The replica's caret stands in the first line.
      await expect.poll(() => panel.page.locator("#add-tag").count()).toBe(1);
      await panel.page.keyboard.type("trust");
      await panel.press("Enter");
      await expect.poll(() => panel.decisions()).toMatchObject([{ indicator: "CT1", verdict: "add" }]);
    },
    accept: async (panel) => {
      await panel.press("n", "a");
      await panel.chip("SB1", "agreed").waitFor();
      await expect.poll(() => panel.decisions()).toMatchObject([{ indicator: "SB1", verdict: "accept" }]);
    },
    acceptAll: async (panel) => {
      const open = await panel.page.locator(".chip").count();
      await panel.press("A");
      await expect.poll(() => panel.page.locator('.chip[data-state="agreed"]').count()).toBe(open);
      await expect.poll(() => panel.decisions()).toHaveLength(open);
    },
    reject: async (panel) => {
      await panel.press("n", "r");
      await panel.chip("SB1", "rejected").waitFor();
      await expect.poll(() => panel.decisions()).toMatchObject([{ verdict: "reject", stance: "" }]);
    },
    add: async (panel) => {
      await panel.press("n", "t");
      await panel.page.keyboard.type("rd5");
      await panel.press("Enter");
      await panel.chip("RD5", "agreed").waitFor();
      await expect.poll(() => panel.decisions()).toMatchObject([{ indicator: "RD5", verdict: "add" }]);
    },
    stance: async (panel) => {
      await panel.press("n", "s", "3");
      await expect.poll(() => panel.chip("SB1", "agreed").getAttribute("data-stance")).toBe("contrary");
      await expect.poll(() => panel.decisions()).toMatchObject([{ verdict: "restance", stance: "contrary" }]);
    },
    note: async (panel) => {
      await panel.press("n", "o");
      await panel.page.keyboard.type("read aloud by all");
      await panel.press("Control+Enter");
      await expect.poll(() => panel.page.locator(".note").textContent()).toContain("read aloud by all");
      await expect.poll(() => panel.decisions()).toMatchObject([{ verdict: "accept", note: "read aloud by all" }]);
    },
    undo: async (panel) => {
      const before = await panel.stateOf("SB1");
      await panel.press("n", "a", "r", "u");
      await panel.chip("SB1", "agreed").waitFor();
      await panel.press("Control+z");
      await panel.chip("SB1", before).waitFor();
      await expect
        .poll(async () => (await panel.decisions()).map(({ verdict }) => verdict).sort())
        .toEqual(["accept", "accept", "reject", "withdraw"]);
    },
    redo: async (panel) => {
      await panel.press("n", "r", "u", "y");
      await panel.chip("SB1", "rejected").waitFor();
    },
    search: async (panel) => {
      await panel.press("/");
      await panel.page.keyboard.type("tomas");
      await expect.poll(() => panel.lines.count()).toBe(1);
    },
    dimension: async (panel) => {
      await panel.press("d", "d");
      await expect.poll(() => panel.page.locator(".dimension[aria-pressed=true]").textContent()).toContain("SB");
      await expect.poll(() => panel.page.locator('.chip:not([data-code^="SB"])').count()).toBe(0);
      expect(await panel.page.locator(".chip").count()).toBeGreaterThan(0);
    },
    kind: async (panel) => {
      await panel.press("f");
      await expect.poll(() => panel.page.locator('.chip:not([data-state="found"])').count()).toBe(0);
      await panel.press("f");
      await expect.poll(() => panel.page.locator('.chip:not([data-state="suggested"])').count()).toBe(0);
    },
    stanceFilter: async (panel) => {
      await panel.press("e", "e");
      await expect.poll(() => panel.page.locator('.chip:not([data-stance="planned"])').count()).toBe(0);
      await panel.line("Deepa visits").waitFor();
    },
    untagged: async (panel) => {
      await panel.press("w");
      await panel.line("Bus 6").waitFor();
    },
    onlyNew: async (panel) => {
      await panel.press("I", "i");
      await panel.page.getByText("No line matches").waitFor();
    },
    seen: async (panel) => {
      await panel.press("I");
      await expect.poll(() => panel.said.textContent()).toContain("only what comes later is new");
    },
    clear: async (panel) => {
      const all = await panel.lines.count();
      await panel.press("f", "f", "e", "x");
      await expect.poll(() => panel.lines.count()).toBe(all);
    },
    lines: async (panel) => {
      await panel.press("m", "l");
      await panel.lines.first().waitFor();
    },
    map: async (panel) => {
      await panel.press("m");
      await expect.poll(() => panel.page.locator(".cell").count()).toBe(28);
      await panel.page.locator('[data-cell="SB1"]').click();
      await panel.page
        .getByRole("button", { name: /our norms/ })
        .first()
        .click();
      await expect.poll(() => panel.selected.getAttribute("data-code")).toBe("SB1");
    },
    agenda: async (panel) => {
      await panel.press("g");
      await expect.poll(() => panel.said.textContent()).toContain("does not look like an agenda");
    },
    lost: async (panel) => {
      await panel.press("b");
      await expect.poll(() => panel.said.textContent()).toBe("Every decision has its line.");
    },
    meeting: async (panel) => {
      await panel.press("M");
      await expect.poll(() => panel.said.textContent()).toBe("This document holds one meeting.");
    },
    marks: async (panel) => {
      const marks = panel.page.locator('[data-action="marks"]');
      expect(await marks.getAttribute("aria-pressed")).toBe("true");
      await panel.press("h");
      await expect.poll(() => marks.getAttribute("aria-pressed")).toBe("false");
    },
    copy: async (panel) => {
      await browser().context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await panel.press("n", "a");
      await expect.poll(() => panel.decisions()).toHaveLength(1);
      const [kept] = await panel.decisions();
      expect(await panel.unsent()).toContain(kept?.id);
      await panel.press("z");
      await expect.poll(() => panel.said.textContent()).toContain("copied");
      const rows = (await panel.page.evaluate(() => navigator.clipboard.readText())).split("\n");
      const row = rows.find((text) => text.startsWith(kept?.id ?? "?"))?.split("\t");
      expect(row).toHaveLength(15);
      expect(row?.slice(9, 12)).toEqual(["SB1", "accept", "evidenced"]);
      expect(await panel.unsent()).toEqual([]);
    },
    settings: async (panel) => {
      const opened = browser().context.waitForEvent("page");
      await panel.press(",");
      expect(await (await opened).title()).toBe("Plumbline: settings");
    },
    help: async (panel) => {
      await panel.press("?");
      await panel.page.locator("dialog[open]").waitFor();
      const listed = await panel.page.locator("dialog dd").allTextContents();
      for (const action of ACTIONS) expect(listed).toContain(KEYS[action].does);
      for (const { does } of [...EVERYWHERE_KEYS, ...AGENDA_KEYS, ...DOCUMENT_KEYS, ...CARD_KEYS])
        expect(listed).toContain(does);
      await panel.press("Escape");
      await expect.poll(() => panel.page.locator("dialog[open]").count()).toBe(0);
    },
  };

  test.each(ACTIONS)("%s", async (action) => {
    const { panel } = await PanelPage.beside(browser());
    await cases[action](panel);
  });
});

/** Presses Tab until it has gone round, and says what can be pressed or filled in on the page but was not come by. */
function leftOut(panel: PanelPage): Promise<string[]> {
  const every = ":is(button:not(:disabled), a[href], input, select, textarea, summary):not(dialog:not([open]) *)";
  return panel.page
    .evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    .then(async () => {
      const all = await panel.page.locator(every).count();
      for (let n = 0; n <= all; n++) {
        await panel.page.keyboard.press("Tab");
        await panel.page.evaluate(() => document.activeElement?.setAttribute("data-reached", ""));
      }
      return panel.page.locator(`${every}:not([data-reached])`).allTextContents();
    });
}

describeInChromium("What has no key of its own, by Tab and Enter", { extension: BUILT.chromium }, (browser) => {
  test("every button and field of the lines, with several dimensions at once", async () => {
    const { panel } = await PanelPage.beside(browser());
    await panel.press("n");
    expect(await leftOut(panel)).toEqual([]);
    for (const place of [0, 2]) {
      await panel.page.locator(".dimension").nth(place).focus();
      await panel.press("Enter");
    }
    await expect.poll(() => panel.page.locator(".dimension[aria-pressed=true]").count()).toBe(2);
  });

  test("every cell of the map, and the lines under it", async () => {
    const { panel } = await PanelPage.beside(browser());
    await panel.press("m");
    await panel.page.locator('[data-cell="SB1"]').focus();
    await panel.press("Enter");
    await panel.page.getByRole("button", { name: /our norms/ }).waitFor();
    expect(await leftOut(panel)).toEqual([]);
    await panel.page.getByRole("button", { name: /our norms/ }).focus();
    await panel.press("Enter");
    await expect.poll(() => panel.selected.getAttribute("data-code")).toBe("SB1");
  });

  test("every item of the agenda check", async () => {
    const { panel } = await PanelPage.beside(browser(), AGENDA);
    await panel.press("g");
    await panel.page.locator(".items button").first().waitFor();
    expect(await leftOut(panel)).toEqual([]);
  });

  test("the notes that are offered where none are open; the keys are listed and the settings open there too", async () => {
    await forgetAll(browser());
    const panel = await PanelPage.open(browser());
    await panel.keep(readingOf(MEETING, "kept"));
    await panel.page.getByRole("button", { name: /Grade 4 team/ }).waitFor();
    expect(await leftOut(panel)).toEqual([]);
    await panel.press("?");
    await panel.page.locator("dialog[open]").waitFor();
    expect(await panel.axe()).toEqual([]);
    await panel.press("Escape");
    const opened = browser().context.waitForEvent("page");
    await panel.press(",");
    await (await opened).close();
    // What needs notes waits for them.
    await panel.press("a", "m", "A");
    await panel.page.getByRole("button", { name: /Grade 4 team/ }).focus();
    await panel.press("Enter");
    await panel.line("our norms").waitFor();
    expect(await panel.said.textContent()).toBe("");
  });
});
