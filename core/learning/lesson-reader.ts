import type { Line } from "../notes/notes";
import type { Rubric } from "../rubric/rubric";
import { DirectWeights } from "../tagger/direct-weights";
import { FeatureTable } from "../tagger/features";
import { READ } from "../tagger/heading-classes";
import { lengthScale } from "../tagger/network";
import { PhraseTrie } from "../tagger/phrase-trie";
import { STANCES } from "../tagger/tag";
import { withTeamPhrases } from "../tagger/team-phrases";
import { builtInVocabulary } from "../tagger/vocabulary";
import { createScanner } from "../tagger/words";
import type { Lesson } from "./adjustment";

/** What lessons add for one line. */
export interface LessonsSay {
  /** To the score of each label. */
  readonly scores: Float64Array;
  /** To the score of each of `STANCES`, label by label. */
  readonly stances: Float64Array;
}

/** Reads what was learned from a team for a reader that is no network of this core. What it gives is overwritten by the next line. */
export function createLessonReader(
  rubric: Rubric,
  labels: readonly string[],
  lessons: readonly Lesson[],
): (line: Line) => LessonsSay {
  const scores = new Float64Array(labels.length);
  const stances = new Float64Array(labels.length * STANCES.length);
  if (lessons.length === 0) return () => ({ scores, stances });
  const phrases = new PhraseTrie(withTeamPhrases(rubric, builtInVocabulary).words);
  const table = new FeatureTable(phrases);
  const direct = new DirectWeights(lessons, table, labels);
  const scan = createScanner(phrases.trie);
  return ({ kind, text: whole }) => {
    const text = whole.slice(0, READ);
    const words = scan(text);
    scores.fill(0);
    stances.fill(0);
    const shown = table.of(words, phrases.find(words, text), { kind, agenda: false, under: [] });
    direct.addTo(scores, stances, shown, lengthScale(words.count));
    return { scores, stances };
  };
}
