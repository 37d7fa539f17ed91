import { expect, test } from "vitest";
import { createTagger, plcRubric } from "../../../core/index";
import { PhraseTrie } from "../../../core/tagger/phrase-trie";
import { builtInVocabulary } from "../../../core/tagger/vocabulary";
import { createScanner } from "../../../core/tagger/words";
import { listGold, notesOf } from "../../../training/gold";

const phrases = new PhraseTrie(builtInVocabulary);
const scan = createScanner(phrases.trie);

/** What the words of a line that lie in some stretches of it mean. */
function meaningsIn(text: string, spans: readonly (readonly [number, number])[]): string[] {
  const words = scan(text);
  const { count, class: classes, from, to } = phrases.find(words, text);
  const means: string[] = [];
  for (let n = 0; n < count; n++) {
    const first = words.start[from[n] as number] as number;
    const end = words.end[to[n] as number] as number;
    if (!spans.some(([start, stop]) => first >= start && end <= stop)) continue;
    means.push(builtInVocabulary[phrases.classes[classes[n] as number] as string]?.means ?? "");
  }
  return means;
}

test("a sentence names what its quoted words mean, and of no others", () => {
  const tagger = createTagger(plcRubric);
  let named = 0;
  for (const meeting of listGold("tests/corpus/test").slice(0, 60)) {
    const { notes, tags } = tagger.tag(notesOf(meeting));
    tags.forEach((found, at) => {
      const { text } = notes.lines[at] as { text: string };
      for (const { why, evidence } of found) {
        const quotes = evidence.slice(0, 3);
        const said = quotes.map(([start, end]) => `“${text.slice(start, end)}”`).join(", ");
        const meaning = why.replace(/, under “[^”]*”\.$/, ".").slice("It says ".length + said.length);
        const means = meaningsIn(text, quotes);
        const allowed = [".", ...means.map((one) => `: ${one}.`)];
        for (const one of means) for (const other of means) allowed.push(`: ${one} and ${other}.`);
        if (quotes.length === 0) {
          expect(why).toMatch(/^The line as a whole reads like it(?:\.|, under “)/);
          continue;
        }
        // " and " stands where ", " does between the last two quotes: two letters more.
        const rest = quotes.length > 1 ? meaning.slice(" and ".length - ", ".length) : meaning;
        expect(allowed, `${text} → ${why}`).toContain(rest);
        if (rest !== ".") named++;
      }
    });
  }
  expect(named).toBeGreaterThan(300);
});
