import { afterEach, expect, test } from "vitest";
import { OBJECT, type Paragraph, paragraphWith, type Style, textWith } from "../../replica/document";
import { exportText } from "../../replica/export-text";
import type { Options } from "../../replica/options";
import type { Editor } from "../editor";
import { BUILT } from "../extension";
import { describeInChromium } from "../in-browser";
import { Drawn, type DrawnMark } from "./drawn";
import { expectedTags } from "./expected";
import { wayToCome } from "./way-of";

const NORMS = "We agreed on norms for data talks";
const TITLE = "Grade 4 team";
const person = (chip: string): Style => ({ chip });
const PARAGRAPHS: readonly Paragraph[] = [
  { kind: "heading", text: "Grade 4 team, Nov 19 2025", depth: 1 },
  paragraphWith(["Went through our norms; ", person("Tomás Lindqvist"), " took one voice at a time"]),
  paragraphWith(["Sorted all 94 exit tickets on fractions: ", { picture: 30 }, " 37 got it, 29 close, 28 not yet"]),
  paragraphWith(["Bus 6 runs late, says ", person("Ms. Okafor"), person("Nov 20"), { picture: 12 }]),
  paragraphWith([person("Roz Amari"), " tried strips; the team decided by vote to keep them"]),
  paragraphWith(["Deepa will visit Cilla's class ", person("Thu, Nov 20"), " to watch the floor line"]),
  paragraphWith([{ picture: 400, size: 80 }]),
  paragraphWith(["We looked at student work ", { picture: 300, size: 40 }, "together, nearly all write 5/4 as 4/5"]),
  paragraphWith(["Read again: ", person(NORMS)]),
  { kind: "para", text: "Bus 7 too" },
  { kind: "para", text: NORMS },
  paragraphWith(["Norms", { picture: 20 }, "Norms", person("Norms"), "Norms"]),
];

/** What may be marked: the words of each tag's evidence, by the paragraph that they stand in. */
interface Evidence {
  readonly line: number;
  readonly code: string;
  readonly words: readonly string[];
}

/** What the tags of a text are, whose line `n` stands in the paragraph `paragraphs[n]`. */
const evidenceIn = (text: string, paragraphs: readonly number[]): Evidence[] =>
  expectedTags(text, TITLE).map(({ line, code, text: own, spans }) => ({
    line: paragraphs[line] ?? -1,
    code,
    words: spans.map(([start, end]) => own.slice(start, end)),
  }));

/** In the annotated text an object parts a line in two. */
async function annotatedEvidence(editor: Editor): Promise<Evidence[]> {
  const paragraphs = PARAGRAPHS.flatMap(({ text }, at) => {
    const pieces = text.split(OBJECT).filter(Boolean);
    return (pieces.length ? pieces : [""]).map(() => at);
  });
  return evidenceIn(await editor.call("text"), paragraphs);
}

/** In the export, and in what is painted, a chip is its words and a picture is nothing. */
const shownEvidence = (): Evidence[] =>
  evidenceIn(
    exportText(PARAGRAPHS).slice(1).replaceAll("\r", ""),
    PARAGRAPHS.map((_, at) => at),
  );

/** Whether all of some words, or the one chip that is marked, is of the evidence: the replica tells of a chip as a whole only. */
const isOf = (words: string, marked: string, evidence: string): boolean =>
  bare(evidence).includes(bare(words)) || (marked === OBJECT && bare(words).includes(bare(evidence)));

const bare = (text: string) => text.replace(/\s/g, "");

/** The marks that are on other words than those of their tag, and the tags that have no mark. */
async function faults(editor: Editor, marks: readonly DrawnMark[], evidence: readonly Evidence[]) {
  const under = await editor.page.evaluate((all) => all.map((mark) => window.__replica.under(mark)), [...marks]);
  const paragraphs = await editor.call("lines");
  const stands = marks.map(({ code }, at) => {
    const [words, ...others] = under[at] ?? [];
    const { styles = [] } = paragraphs[words?.line ?? 0] as Paragraph;
    const moved = styles.map(({ start, end, style }) => ({
      start: start - (words?.start ?? 0),
      end: end - (words?.start ?? 0),
      style,
    }));
    const text = textWith({ kind: "para", text: words?.text ?? "", styles: moved }, ({ chip = "" }) => chip);
    return { code, line: words?.line ?? -1, text, marked: words?.text ?? "", alone: others.length === 0 };
  });
  const wrong = stands.filter(
    ({ code, line, text, marked, alone }) =>
      !alone ||
      !bare(text) ||
      !evidence.some(
        (tag) => tag.line === line && tag.code === code && tag.words.some((one) => isOf(text, marked, one)),
      ),
  );
  // A tag that no words carry has no mark.
  const carried = evidence.filter(({ words }) => words.length > 0);
  const without = carried.filter((tag) => !stands.some(({ code, line }) => tag.code === code && tag.line === line));
  return { wrong, without: without.map(({ line, code }) => `${code} of ${line}`) };
}

describeInChromium("Lines with chips and pictures in them", { extension: BUILT.chromium }, (browser) => {
  afterEach(() => {
    browser().replica.exportAnswer = "ok";
  });
  const open = async (options: Partial<Options>) => {
    const editor = await browser().open(
      { title: TITLE, tabs: [{ id: "t.0", title: "Tab 1", paragraphs: PARAGRAPHS }] },
      options,
    );
    return { editor, drawn: await Drawn.over(editor.page, browser().extensionId) };
  };
  const comesRight = async (editor: Editor, drawn: Drawn, evidence: readonly Evidence[]) => {
    expect(evidence.length).toBeGreaterThan(5);
    await expect
      .poll(async () => faults(editor, await drawn.marks(), evidence), { timeout: 15_000 })
      .toEqual({ wrong: [], without: [] });
  };

  test.each<Partial<Options>>([
    {},
    { annotations: "absent" },
    { annotations: "spacing" },
    { zoom: 1.5 },
    { zoom: 0.75, annotations: "absent" },
  ])("are marked on their own words, never on a chip's, by the annotated text with %o", async (options) => {
    const { editor, drawn } = await open(options);
    await comesRight(editor, drawn, await annotatedEvidence(editor));
  });

  test.each<Partial<Options>>([{}, { annotations: "absent" }])(
    "are marked on the words of the export with %o",
    async (options) => {
      const { editor, drawn } = await open({ text: "absent", ...options });
      await wayToCome(browser(), editor, { text: "export" });
      await comesRight(editor, drawn, shownEvidence());
    },
  );

  test("are marked on what is painted where nothing else is to be read", async () => {
    browser().replica.exportAnswer = "403";
    const { editor, drawn } = await open({ text: "absent", annotations: "absent" });
    await wayToCome(browser(), editor, { text: "painted" });
    await comesRight(editor, drawn, shownEvidence());
  });
});
