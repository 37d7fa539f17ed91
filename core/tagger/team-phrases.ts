import type { Rubric } from "../rubric/rubric";
import type { DirectWeight } from "./direct-weights";
import type { Vocabulary } from "./vocabulary";

/** What a phrase of the team's own rubric adds to its indicator's score in a short line. */
const TEAM_PHRASE = 8;

/** Adds the team's own phrases to the vocabulary, each indicator's as a class of its own that speaks for it alone. */
export function withTeamPhrases(rubric: Rubric, vocabulary: Vocabulary): { words: Vocabulary; direct: DirectWeight[] } {
  const words: Record<string, Vocabulary[string]> = { ...vocabulary };
  const direct: DirectWeight[] = [];
  for (const { code, phrases } of rubric.indicators) {
    if (!phrases?.length) continue;
    const name = `team-phrase-${code}`;
    words[name] = { means: "a phrase of your team's own", words: phrases };
    direct.push({ space: "class", name, indicator: code, weight: TEAM_PHRASE });
  }
  return { words, direct };
}
