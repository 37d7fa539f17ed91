import type { Stance, Tag } from "../tagger/tag";
import type { Standing } from "./standing";

/** A tag as the team has it: a machine's suggestion, or what people made of it. */
export interface DecidedTag extends Omit<Tag, "reader"> {
  /** A person's word is "person"; else the reader that suggested the tag. */
  readonly reader: string;
  /** What people said; absent where nobody has decided yet. */
  readonly standing?: Standing;
}

/**
 * Lays what people decided over the suggestions of one line. A rejected tag stays, marked by its standing, so that it can
 * be shown and taken back; what people accepted or added counts in full.
 */
export function decidedTags(tags: readonly Tag[], standing: readonly Standing[]): DecidedTag[] {
  const suggested = new Map(tags.map((tag) => [tag.indicator, tag]));
  const decided: DecidedTag[] = tags.filter(({ indicator }) => !standing.some((said) => said.indicator === indicator));
  for (const said of standing) {
    const tag = suggested.get(said.indicator);
    const { verdict, stance } = said.decision;
    if (verdict === "reject") {
      if (tag) decided.push({ ...tag, standing: said });
      continue;
    }
    decided.push({
      indicator: said.indicator,
      stance: stance === "" ? (tag?.stance ?? "evidenced") : (stance as Stance),
      confidence: 1,
      tier: "found",
      evidence: tag?.evidence ?? [],
      why: tag?.why ?? "",
      reader: "person",
      standing: said,
    });
  }
  return decided.sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
}

/** Whether a tag counts in coverage: found or confirmed, and not rejected. */
export function counts({ tier, standing }: DecidedTag): boolean {
  return tier === "found" && standing?.decision.verdict !== "reject";
}
