import type { Rubric } from "../rubric/rubric";
import { withTeamPhrases } from "../tagger/team-phrases";
import { builtInVocabulary, type Vocabulary } from "../tagger/vocabulary";
import type { Lesson } from "./adjustment";

const STANCE_WORDS = { evidenced: " as done", planned: " as planned", contrary: " as missing" } as const;

/** What a lesson says, in a sentence for the team that taught it. */
export function lessonSentence(
  rubric: Rubric,
  { indicator, space, name, weight, decisions, stance }: Lesson,
  vocabulary: Vocabulary = builtInVocabulary,
): string {
  const title = rubric.indicators.find(({ code }) => code === indicator)?.title;
  const practice = title ? `${indicator} ${title}` : indicator;
  const what =
    space === "word"
      ? `The word “${name}”`
      : `What means “${withTeamPhrases(rubric, vocabulary).words[name]?.means ?? name}”`;
  const behind = `${decisions} ${decisions === 1 ? "decision" : "decisions"}`;
  return `${what} speaks ${weight > 0 ? "for" : "against"} ${practice}${stance ? STANCE_WORDS[stance] : ""} here, from ${behind}.`;
}
