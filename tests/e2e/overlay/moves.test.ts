import { expect, test } from "vitest";
import { hardCases } from "../../replica/generate";
import type { Options } from "../../replica/options";
import type { Chromium } from "../chromium";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn, type DrawnMark } from "./drawn";
import { expectedTags } from "./expected";
import { meetingNotes, NORMS } from "./meeting-notes";
import { wrongMarks } from "./wrong-marks";

const open = async (browser: Chromium, options: Partial<Options> = {}) => {
  const editor = await browser.open(meetingNotes(), options);
  const drawn = await Drawn.over(editor.page, browser.extensionId);
  await drawn.until(({ marks }) => marks.some(({ line }) => line === NORMS));
  return { editor, drawn, page: editor.page };
};

const widthOf = ({ left, right }: DrawnMark) => right - left;

/** Marks that are wrong as they are drawn now; the text itself has not changed, so nothing has to be waited for. */
async function wrongNow(editor: Editor, drawn: Drawn): Promise<string[]> {
  const { marks } = await drawn.read();
  expect(marks.length).toBeGreaterThan(0);
  return wrongMarks(editor, meetingNotes().title, marks);
}

describeInChromium("Marks, when what is around them moves,", { extension: BUILT.chromium }, (browser) => {
  test.each([
    { width: 700, height: 500 },
    { width: 1900, height: 1000 },
  ])("stay on their words in a window of another size: %o", async (size) => {
    const { editor, drawn, page } = await open(browser());
    const before = (await drawn.read()).marks.find(({ line }) => line === NORMS)?.left;
    await page.setViewportSize(size);
    await editor.settled();
    expect(await wrongNow(editor, drawn)).toEqual([]);
    const after = (await drawn.read()).marks.find(({ line }) => line === NORMS)?.left;
    expect(after).not.toBe(before);
  });

  test.each(["present", "absent"] as const)(
    "stay on their words while the text lags behind what is typed, annotations %s",
    async (annotations) => {
      const { editor, drawn } = await open(browser(), { annotations, text: "lags" });
      let line = NORMS;
      for (let step = 0; step < 12; step++) {
        if (step % 3 === 2) await editor.call("colleagueAdds", line++, [{ kind: "para", text: `Bus ${step} is late` }]);
        else await editor.call("insert", line, step % 2 ? 3 : 0, "so ");
        // Which line it is, the host cannot know yet; on which words, it must.
        const marks = (await drawn.marks()).filter(({ code }) => code === "SB1");
        const under = await editor.page.evaluate((all) => all.map((box) => window.__replica.under(box)), marks);
        for (const words of under)
          expect(words.map(({ text }) => text.trim())).toEqual([expect.stringMatching(/norms|agreed|all|four/i)]);
      }
      await drawn.until(({ marks }) => marks.some((mark) => mark.line === line && mark.code === "SB1"));
      expect(await wrongNow(editor, drawn)).toEqual([]);
    },
  );

  test.each(["present", "absent"] as const)(
    "stand on no other words in any frame while pages, canvases and rectangles change in different ones, annotations %s",
    async (annotations) => {
      const { editor, drawn } = await open(browser(), { annotations, frames: "apart" });
      const words = await editor.page.evaluate(async () => {
        const control = window.__replica;
        const acts = [
          () => control.insert(0, 0, "A line above that moves all others down, long enough to wrap around once. "),
          () => control.colleagueAdds(3, [{ kind: "para", text: "Bus 6 is late" }]),
          () => control.set({ zoom: 1.25 }),
          () => control.scrollTo(700),
          () => control.scrollTo(4000),
          () => control.set({ zoom: 0.75 }),
          () => control.scrollTo(0),
          () => control.set({ zoom: 1 }),
          () => control.remove(0, 0, 70),
        ];
        const seen: { code: string; texts: string[]; alone: boolean }[] = [];
        const look = (alone: boolean) => {
          for (const host of document.querySelectorAll("[data-plumbline]"))
            for (const mark of host.shadowRoot?.querySelectorAll("i[data-plumbline-code]") ?? [])
              seen.push({
                alone,
                code: mark.getAttribute("data-plumbline-code") ?? "",
                texts: control.under(mark.getBoundingClientRect()).map(({ text }) => text.trim()),
              });
        };
        for (const act of acts) {
          const { zoom } = control.options();
          for (let frame = 0; frame < 6; frame++) {
            if (frame === 0) act();
            // After the frame: what stands there while others still draw into it is seen by nobody.
            await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
            // Where pages are zoomed before their ink is, the ink of one lies over the next one's until it follows.
            look(frame > 2 || control.options().zoom === zoom);
          }
        }
        return seen;
      });
      const title = meetingNotes().title;
      const evidence = expectedTags(await editor.call("text"), title).flatMap(({ code, text, spans }) =>
        spans.map(([start, end]) => ({ code, text: text.slice(start, end) })),
      );
      expect(words.length).toBeGreaterThan(100);
      const isRight = ({ code, texts, alone }: (typeof words)[number]) =>
        (texts.length === 1 || !alone) &&
        texts.some((text) => text !== "" && evidence.some((one) => one.code === code && one.text.includes(text)));
      expect(words.filter((one) => !isRight(one)).slice(0, 5)).toEqual([]);
      await drawn.until(({ marks }) => marks.some(({ line }) => line === NORMS + 1));
      expect(await wrongNow(editor, drawn)).toEqual([]);
    },
  );

  test.each(["present", "absent"] as const)(
    "stay on words that are struck through, annotations %s",
    async (annotations) => {
      const { editor, drawn } = await open(browser(), { annotations });
      await editor.call("format", NORMS, 0, 18, { strike: true });
      expect(await wrongNow(editor, drawn)).toEqual([]);
      expect((await drawn.marks()).map(({ line }) => line)).toContain(NORMS);
    },
  );

  test("follow their words when the text's font is another one and every line breaks elsewhere", async () => {
    const { editor, drawn } = await open(browser());
    const before = (await drawn.marks()).map(widthOf);
    await editor.call("set", { family: "Courier New" });
    expect(await wrongNow(editor, drawn)).toEqual([]);
    expect((await drawn.marks()).map(widthOf)).not.toEqual(before);
  });

  test("are measured anew when a font comes under a name that was measured without it", async () => {
    const { editor, drawn, page } = await open(browser(), { family: "Georgia" });
    const before = (await drawn.marks()).map(widthOf);
    const loaded = await page.evaluate(async () => {
      const face = new FontFace("Georgia", "local('Liberation Mono'), local('Courier New')");
      document.fonts.add(face);
      return (await face.load()).status;
    });
    expect(loaded).toBe("loaded");
    await editor.settled();
    expect(await wrongNow(editor, drawn)).toEqual([]);
    expect((await drawn.marks()).map(widthOf)).not.toEqual(before);
  });

  test("stand right in and around paragraphs of 20,000 characters, and typing in these goes on", async () => {
    const long = hardCases().tabs.find(({ title }) => title === "Very long paragraph")?.paragraphs[0]?.text ?? "";
    expect(long).toHaveLength(20_000);
    const texts = ["We agreed on norms", `We agreed on norms. ${"x".repeat(20_000)}`, long, "We agreed on norms"];
    const paragraphs = texts.map((text) => ({ kind: "para" as const, text }));
    const editor = await browser().open({ title: "Log", tabs: [{ id: "t.0", title: "Tab 1", paragraphs }] });
    const drawn = await Drawn.over(editor.page, browser().extensionId);
    await drawn.until(({ marks }) => [0, 1].every((line) => marks.some((mark) => mark.line === line)));
    await editor.call("select", { line: 1, at: 0 });
    await editor.type("Today: ");
    const wrong = async () => wrongMarks(editor, "Log", await drawn.marks());
    await expect.poll(wrong).toEqual([]);
    expect((await editor.call("lines"))[1]?.text).toMatch(/^Today: We agreed/);
    await editor.call("scrollToLine", 3);
    await drawn.until(({ marks }) => marks.some(({ line }) => line === 3));
    expect(await wrong()).toEqual([]);
  });

  test("and the card come and go without movement, for those who ask for less of it", async () => {
    const { editor, drawn, page } = await open(browser());
    await page.emulateMedia({ reducedMotion: "reduce" });
    await editor.call("select", { line: NORMS, at: 2 });
    await page.keyboard.press("Alt+Shift+KeyJ");
    await drawn.until(({ card }) => card !== "");
    for (const key of ["s", "a", "n", "r"]) {
      await page.keyboard.press(key);
      expect(await drawn.animations()).toBe(0);
    }
  });
});
