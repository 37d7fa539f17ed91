import { expect, test } from "vitest";
import { documentFromNotes } from "../../replica/document";
import { EXPORT_HOST } from "../../replica/replica";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { MEETING, PanelPage } from "../panel/panel-page";
import { Drawn } from "./drawn";
import { wayToCome } from "./way-of";
import { wrongMarks } from "./wrong-marks";

describeInChromium("An export on another host", { extension: BUILT.chromium, served: true }, (browser) => {
  const exports = () => browser().replica.asked.filter(({ url }) => url.startsWith(EXPORT_HOST));

  test("is read where that host lets the page read it, without a permission for it", async () => {
    browser().replica.exportAnswer = "redirect";
    const editor = await browser().open(documentFromNotes(MEETING), { text: "absent" });
    await wayToCome(browser(), editor, { text: "export", marks: "annotated" });
    expect(exports()).toHaveLength(1);
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    const { marks } = await drawn.until(({ marks }) => marks.some(({ code }) => code === "SB1"));
    // The export says what is a bullet, the text that is compared with does not: words of other tags may differ.
    const norms = marks.filter(({ code }) => code === "SB1");
    expect(await wrongMarks(editor, MEETING.title ?? "", norms)).toEqual([]);
  });

  test("leaves what is painted where that host does not", async () => {
    browser().replica.exportAnswer = "redirect-closed";
    browser().replica.asked.length = 0;
    const editor = await browser().open(documentFromNotes(MEETING), { text: "absent", annotations: "absent" });
    await wayToCome(browser(), editor, { text: "painted", marks: "painted" });
    expect(exports()).toHaveLength(1);
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.some(({ code }) => code === "SB1"));
  });

  test("is done without where that host does not and nothing else is to be read, and the panel says so", async () => {
    const { replica } = browser();
    replica.exportAnswer = "redirect-closed";
    replica.asked.length = 0;
    const nothing = { text: "absent", annotations: "absent", ink: "foreign" } as const;
    const editor = await browser().open(documentFromNotes(MEETING), nothing);
    const panel = await PanelPage.open(browser());
    await expect.poll(exports).toHaveLength(1);
    await wayToCome(browser(), editor, { text: "none", marks: "none" });
    await panel.page.getByText("Plumbline cannot read this page at the moment").waitFor();
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    expect((await drawn.read()).marks).toEqual([]);
  });
});
