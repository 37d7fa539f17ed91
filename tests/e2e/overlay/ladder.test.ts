import { afterEach, expect, test } from "vitest";
import type { ReadingWay } from "../../../extension/protocol";
import type { Options } from "../../replica/options";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { MEETING, PanelPage } from "../panel/panel-page";
import { Drawn } from "./drawn";
import { expectedTags } from "./expected";
import { meetingNotes, NORMS } from "./meeting-notes";
import { wayOf, wayToCome } from "./way-of";
import { wrongMarks } from "./wrong-marks";

describeInChromium("The ways to text and place", { extension: BUILT.chromium }, (browser) => {
  afterEach(() => {
    browser().replica.exportAnswer = "ok";
    browser().replica.account = 0;
  });
  const open = async (options: Partial<Options>) => {
    const editor = await browser().open(meetingNotes(), options);
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    return { editor, drawn };
  };
  const waysToCome = (editor: Editor, way: ReadingWay) => wayToCome(browser(), editor, way);

  test.each<[string, Partial<Options>, ReadingWay]>([
    ["annotated text and rectangles", {}, { text: "annotated", marks: "annotated" }],
    ["annotated text and the canvas", { annotations: "absent" }, { text: "annotated", marks: "painted" }],
    ["the export and rectangles, where the text hangs", { text: "hangs" }, { text: "export", marks: "annotated" }],
    ["the export and the canvas", { text: "rejects", annotations: "absent" }, { text: "export", marks: "painted" }],
    ["the export, where the text is not for us", { text: "empty" }, { text: "export", marks: "annotated" }],
  ])(
    "marks come by %s",
    async (_, options, way) => {
      const { editor, drawn } = await open(options);
      await waysToCome(editor, way);
      const { marks } = await drawn.until((now) => now.marks.length > 10);
      const under = await editor.page.evaluate((all) => all.map((box) => window.__replica.under(box)), [...marks]);
      expect(under.every(({ length }) => length === 1)).toBe(true);
      expect(under.map(([words]) => words?.text)).toContainEqual(expect.stringMatching(/^All four/));
      await editor.page.close();
    },
    60_000,
  );

  test.each(["403", "html"] as const)(
    "without text of its own and with an export that answers %s, what is painted is read",
    async (answer) => {
      browser().replica.exportAnswer = answer;
      const { editor, drawn } = await open({ text: "absent", annotations: "absent" });
      await waysToCome(editor, { text: "painted", marks: "painted" });
      const { marks } = await drawn.until((now) => now.marks.some(({ code }) => code === "SB1"));
      const under = await editor.page.evaluate(
        (all) => all.map((box) => window.__replica.under(box)),
        marks.filter(({ code }) => code === "SB1"),
      );
      expect(under.every(({ length }) => length === 1)).toBe(true);
      expect(under.map(([words]) => words?.text).join(" ")).toContain("norms");
      await editor.page.close();
    },
    60_000,
  );

  test("the export is that of the account which has the document open", async () => {
    browser().replica.account = 1;
    const { editor, drawn } = await open({ text: "absent" });
    expect(editor.page.url()).toContain("/document/u/1/d/");
    await waysToCome(editor, { text: "export", marks: "annotated" });
    await drawn.until(({ marks }) => marks.length > 10);
    await editor.page.close();
  }, 60_000);

  test("where nothing tells where words stand, the panel has the tags and nothing is drawn", async () => {
    const { editor, drawn } = await open({ annotations: "absent", ink: "foreign" });
    await waysToCome(editor, { text: "annotated", marks: "none" });
    const panel = await PanelPage.open(browser());
    await panel.lines.first().waitFor();
    expect(await panel.page.locator(".way").textContent()).toContain("tags show only here");
    expect((await drawn.read()).marks).toEqual([]);
    await panel.page.close();
    await editor.page.close();
  }, 60_000);

  test("a document that can be read no more stays as it was last read, and comes back as it was", async () => {
    const { panel, editor, shown, before, way } = await PanelPage.answered(browser());
    browser().replica.exportAnswer = "403";
    const url = editor.page.url();
    await editor.page.goto(`${url}&text=absent&annotations=absent&ink=foreign`);
    await waysToCome(editor, { text: "none", marks: "none" });
    await way.filter({ hasText: "cannot read this page at the moment" }).waitFor();
    expect(await shown()).toEqual(before);
    await editor.page.goto(url);
    await waysToCome(editor, { text: "annotated", marks: "annotated" });
    await way.filter({ hasText: "Reading along" }).waitFor();
    expect(await shown()).toEqual(before);
    await panel.chip("SB1", "agreed").waitFor();
  }, 90_000);

  test("text that stands still while the page goes on is left for the export, until it goes on", async () => {
    const { editor, drawn } = await open({ text: "stale" });
    await waysToCome(editor, { text: "annotated", marks: "annotated" });
    await drawn.until(({ marks }) => marks.length > 10);
    const text = "We agreed on norms for data talks";
    await editor.call("colleagueAdds", NORMS, [{ kind: "para", text }]);
    // The export counts soft line breaks as lines: what is marked is told from where the marks stand.
    const marked = async () => {
      const marks = (await drawn.marks()).filter(({ code }) => code === "SB1");
      return editor.page.evaluate(
        (all) => all.flatMap((box) => window.__replica.under(box).map(({ line }) => line)),
        marks,
      );
    };
    await waysToCome(editor, { text: "export", marks: "annotated" });
    await expect.poll(marked, { timeout: 45_000 }).toEqual(expect.arrayContaining([NORMS, NORMS + 1]));
    // A click, and the editor's own text is what it should be.
    await editor.page.mouse.click(640, 400);
    await editor.settled();
    await waysToCome(editor, { text: "annotated", marks: "annotated" });
    await expect.poll(marked, { timeout: 45_000 }).toEqual(expect.arrayContaining([NORMS, NORMS + 1]));
    // Marks keep their places while their lines go from the export's count to the editor's.
    await expect.poll(async () => wrongMarks(editor, meetingNotes().title, await drawn.marks())).toEqual([]);
    await editor.page.close();
  }, 120_000);

  test("while another source takes over, no line has what is said of its neighbour", async () => {
    // The export has one line more, so that all others count anew.
    const texts = ["Bus 6 is late\vBus 7 too", ...MEETING.lines.map(({ text }) => text)];
    const paragraphs = texts.map((text) => ({ kind: "para" as const, text }));
    const title = "Grade 4 team";
    const editor = await browser().open({ title, tabs: [{ id: "t.0", title, paragraphs }] });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.length > 3);
    const tags = expectedTags(await editor.call("text"), title);
    const wrong: string[] = [];
    const look = async () => {
      const { marks, chips } = await drawn.read();
      const said = [
        ...marks.map((mark) => ({ code: mark.code, box: mark })),
        // A chip stands beside its line's words.
        ...chips.map((chip) => ({ code: /\w+/.exec(chip.label)?.[0], box: { ...chip, left: 0, right: chip.left } })),
      ];
      const under = await editor.page.evaluate(
        (all) => all.map(({ box }) => window.__replica.under(box).map(({ line }) => line)),
        said,
      );
      said.forEach(({ code }, at) => {
        if (!under[at]?.some((line) => tags.some((tag) => tag.line === line && tag.code === code)))
          wrong.push(`${code} at ${under[at]}`);
      });
      return marks.length;
    };
    const comesTo = (way: string) =>
      expect
        .poll(async () => (await look()) > 3 && (await wayOf(browser(), editor))?.text === way, {
          timeout: 45_000,
          interval: 10,
        })
        .toBe(true);
    await editor.call("set", { text: "hangs" });
    await comesTo("export");
    await expect.poll(look, { interval: 10 }).toBeGreaterThan(3);
    await editor.call("set", { text: "present" });
    await comesTo("annotated");
    expect(wrong).toEqual([]);
    await editor.page.close();
  }, 120_000);

  test("nothing runs where no document is open", async () => {
    const page = await browser().context.newPage();
    await page.goto("https://docs.google.com/document/u/0/");
    expect(await page.evaluate(() => window._docs_annotate_canvas_by_ext)).toBeUndefined();
    await page.goto("https://docs.google.com/document/u/0/d/no-such-document/edit");
    expect(await page.evaluate(() => window._docs_annotate_canvas_by_ext)).toBeDefined();
    await page.close();
  });

  test("text and rectangles that come late are taken as soon as they are there", async () => {
    const { editor, drawn } = await open({ text: "late", annotations: "late" });
    await waysToCome(editor, { text: "annotated", marks: "annotated" });
    await drawn.until(({ marks }) => marks.length > 10);
    await editor.page.close();
  }, 60_000);

  test("rectangles that stand still while the page goes on are not believed", async () => {
    const { editor, drawn } = await open({});
    await drawn.until(({ marks }) => marks.some(({ line }) => line === 8));
    await editor.call("set", { annotations: "stale" });
    await editor.call("insert", 0, 0, "A line above that moves all others down, long enough to wrap around once. ");
    for (const mark of await drawn.marks()) {
      const under = await editor.page.evaluate((box) => window.__replica.under(box), mark);
      expect(under.map(({ line }) => line)).toEqual([mark.line]);
    }
    expect(await wayOf(browser(), editor)).toMatchObject({ marks: "painted" });
    await editor.page.close();
  });

  test("a tab that is opened shows its own marks and none of the other's", async () => {
    const notes = meetingNotes();
    const [first] = notes.tabs;
    const tabs = [
      { ...(first as (typeof notes.tabs)[number]) },
      {
        id: "t.1",
        title: "Tab 2",
        paragraphs: [{ kind: "para" as const, text: "We agreed on norms for our meetings today" }],
      },
    ];
    const editor = await browser().open({ ...notes, tabs });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => marks.length > 10);
    await editor.call("openTab", "t.1");
    const { marks } = await drawn.until((now) => now.marks.length > 0 && now.marks.every(({ line }) => line === 0));
    expect(marks.some(({ code }) => code === "SB1")).toBe(true);
    await editor.call("openTab", "t.0");
    await drawn.until((now) => now.marks.some(({ line }) => line === 8));
    await editor.page.close();
  });
});
