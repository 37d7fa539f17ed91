import cues from "./vocabulary/cues.json" with { type: "json" };
import learning from "./vocabulary/learning.json" with { type: "json" };
import ordinary from "./vocabulary/ordinary.json" with { type: "json" };
import teaching from "./vocabulary/teaching.json" with { type: "json" };
import team from "./vocabulary/team.json" with { type: "json" };

/** Concept classes: what words and turns of phrase mean. `words` hold phrases; `*` = any ending, `#` = any number. */
export type Vocabulary = Readonly<Record<string, { readonly means: string; readonly words: readonly string[] }>>;

/** The words of teachers' meetings, as data that a teacher can read and mend. */
export const builtInVocabulary: Vocabulary =
  // Marked, so that a bundle that does not tag leaves the words out.
  /* @__PURE__ */ Object.assign({}, learning, teaching, team, ordinary, cues);
