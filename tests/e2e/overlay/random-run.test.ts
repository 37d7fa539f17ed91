import { expect, test } from "vitest";
import { seeded } from "../../replica/seeded";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn, type DrawnMark } from "./drawn";
import { type ExpectedTag, expectedTags, tagsOfPrint } from "./expected";
import { meetingNotes } from "./meeting-notes";
import { Versions } from "./versions";

/** How much to do, and from which seed: `PLUMBLINE_RANDOM_STEPS=10000 PLUMBLINE_RANDOM_SEED=7 npx vitest run …`. */
const STEPS = Number(process.env.PLUMBLINE_RANDOM_STEPS ?? 500);
const SEED = Number(process.env.PLUMBLINE_RANDOM_SEED ?? 1);
/** Tags of so many earlier versions of the text may still be shown: reading follows the typing by a moment. */
const VERSIONS = 40;
const BATCH = 10;

const WORDS = [
  "norms",
  "data",
  " ",
  " we agreed",
  "ed",
  ". ",
  " on fractions",
  "\u05e0",
  "x",
  " common assessment",
  "?",
];

/** One random act of a person, a colleague or the window; answers once it is painted. */
async function act(editor: Editor, random: () => number): Promise<string> {
  const lines = await editor.page.evaluate(() => window.__replica.lines().map(({ text }) => text.length));
  const pick = (below: number) => Math.floor(random() * below);
  const near = await editor.page.evaluate(() => window.__replica.caret().line);
  const line = random() < 0.6 ? Math.min(lines.length - 1, near + pick(6)) : pick(lines.length);
  const at = pick((lines[line] ?? 0) + 1);
  const word = WORDS[pick(WORDS.length)] as string;
  const kind = pick(14);
  if (kind < 4) await editor.call("insert", line, at, word);
  else if (kind === 4) await editor.call("remove", line, at, Math.min(lines[line] ?? 0, at + 1 + pick(6)));
  else if (kind === 5) await editor.call("split", line, at);
  else if (kind === 6) await editor.call("join", Math.max(1, line));
  else if (kind === 7) await editor.call("colleagueInserts", line, at, word);
  else if (kind === 8)
    await editor.call("colleagueAdds", line, [{ kind: "para", text: "We agreed on norms for data talks" }]);
  else if (kind === 9)
    await editor.call("format", line, at, Math.min(lines[line] ?? 0, at + 5), { bold: true, size: 12 });
  else if (kind === 10) await editor.call("set", { zoom: [0.5, 0.75, 0.9, 1, 1.25, 1.5, 2][pick(7)] as number });
  else if (kind === 11) await editor.call("select", { line, at });
  else await editor.call("scrollToLine", line);
  return `${kind} at line ${line}, ${at}`;
}

function onWords(editor: Editor, marks: readonly DrawnMark[]) {
  return editor.page.evaluate((all) => all.map((mark) => window.__replica.under(mark)), [...marks]);
}

const textsOf = async (editor: Editor) => (await editor.call("lines")).map(({ text }) => text);

describeInChromium("Marks while everything moves", { extension: BUILT.chromium }, (browser) => {
  test.each(["present", "absent"] as const)(
    `never stand on wrong words in ${STEPS} random edits, scrolls and zooms with annotations %s`,
    { timeout: 60_000 + STEPS * 600 },
    async (annotations) => {
      const random = seeded(SEED);
      const editor = await browser().open(meetingNotes(), { annotations });
      const drawn = await Drawn.over(editor.page, browser().extensionId);
      const versions = new Versions(VERSIONS);
      const { title } = meetingNotes();
      const keep = async () => {
        const text = await editor.call("text");
        versions.add(await textsOf(editor), expectedTags(text, title), tagsOfPrint(text, title));
      };
      await keep();
      await drawn.until(({ marks }) => marks.length > 20);
      let seen = 0;
      for (let step = 1; step <= STEPS / 2; step++) {
        const did = await act(editor, random);
        await keep();
        const marks = await drawn.marks();
        const words = await onWords(editor, marks);
        marks.forEach((mark, at) => {
          const under = words[at] ?? [];
          const what = `step ${step}, ${did}: ${mark.code} of line ${mark.line} stands on ${JSON.stringify(under)}`;
          expect(under.length, what).toBe(1);
          expect(versions.allow(mark.code, under[0] ?? { line: -1, text: "" }), what).toBe(true);
        });
        seen += marks.length;
        // From time to time the reading is let catch up: then the marks are those of the text as it is.
        if (step % BATCH === 0) await caughtUp(editor, drawn, versions.tags);
      }
      expect(seen).toBeGreaterThan(STEPS);
      expect(await editor.page.evaluate(() => window.__replica.counters.setSelections)).toBe(0);
      await editor.page.close();
    },
  );
});

/** Resolves when every mark stands on evidence of its own line as the text is now. */
async function caughtUp(editor: Editor, drawn: Drawn, tags: readonly ExpectedTag[]): Promise<void> {
  const isRight = async (): Promise<boolean> => {
    const marks = await drawn.marks();
    const words = await onWords(editor, marks);
    return marks.every((mark, at) => {
      const [under] = words[at] ?? [];
      const tag = tags.find(({ line, code }) => line === mark.line && code === mark.code);
      return under?.line === mark.line && tag?.spans.some(([start, end]) => under.start >= start && under.end <= end);
    });
  };
  await expect.poll(isRight, { timeout: 45_000, interval: 100 }).toBe(true);
}
