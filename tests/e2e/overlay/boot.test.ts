import { afterEach, expect, test } from "vitest";
import { PIECES } from "../../replica/page/boot";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { MEETING, PanelPage } from "../panel/panel-page";
import { Drawn } from "./drawn";
import { meetingNotes } from "./meeting-notes";
import { wayToCome } from "./way-of";
import { wrongMarks } from "./wrong-marks";

describeInChromium("An editor that comes piece by piece", { extension: BUILT.chromium }, (browser) => {
  afterEach(() => {
    browser().replica.exportAnswer = "ok";
  });

  test.each(["ok", "403"] as const)("is read as far as it is there, with an export that answers %s", async (answer) => {
    browser().replica.exportAnswer = answer;
    const editor = await browser().open(meetingNotes(), { boots: "when told" });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    // As slow as can be: each piece comes when all that can be read without it has been.
    const without = {
      scroller: { text: answer === "ok" ? "export" : "none", marks: "none" },
      pages: { text: answer === "ok" ? "export" : "none", marks: "none" },
      rects: { text: answer === "ok" ? "export" : "painted", marks: "painted" },
      text: { text: answer === "ok" ? "export" : "painted", marks: "annotated" },
    } as const;
    const asked = () =>
      browser().replica.asked.filter(({ url }) =>
        url.includes(new URL(editor.page.url()).pathname.replace("edit", "export")),
      );
    await expect.poll(asked).not.toEqual([]);
    for (const piece of PIECES) {
      await wayToCome(browser(), editor, without[piece]);
      await drawn.until(({ marks }) => marks.length > 0 === (without[piece].marks !== "none"));
      expect(await editor.call("boot")).toBe(piece);
    }
    await wayToCome(browser(), editor, { text: "annotated", marks: "annotated" });
    await drawn.until(({ marks }) => marks.length > 10);
    const wrong = async () => wrongMarks(editor, meetingNotes().title, await drawn.marks());
    await expect.poll(wrong).toEqual([]);
  });

  test("takes nothing from what was kept of it, and what was said of its lines is on them", async () => {
    const { panel, editor, shown, before, way } = await PanelPage.answered(browser());
    browser().replica.exportAnswer = "403";
    await editor.page.goto(`${editor.page.url()}&boots=when+told`);
    for (const piece of PIECES) {
      // From then on it is read from the screen, until it is read as it was.
      if (piece !== "rects" && piece !== "text") {
        await way.filter({ hasText: "cannot read this page at the moment" }).waitFor();
        expect(await shown()).toEqual(before);
      }
      expect(await editor.call("boot")).toBe(piece);
    }
    await way.filter({ hasText: "Reading along as you type" }).waitFor();
    await expect.poll(shown).toEqual(before);
    await panel.chip("SB1", "agreed").waitFor();
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.length > 3);
    expect(await wrongMarks(editor, MEETING.title ?? "", await drawn.marks())).toEqual([]);
  });
});
