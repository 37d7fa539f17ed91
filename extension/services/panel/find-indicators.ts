import type { Indicator, Rubric } from "../../../core/index";
import { fold } from "./filters";

/** Indicators for what was typed so far, the likeliest first: by code, by title, then by what counts as it. All where nothing is typed. */
export function findIndicators(rubric: Rubric, typed: string): Indicator[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rubric.indicators];
  return rubric.indicators
    .map((indicator) => ({ indicator, worth: worthOf(indicator, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ indicator }) => indicator);
}

/** 0 where some word is nowhere in it. */
function worthOf({ code, title, text, counts }: Indicator, words: readonly string[]): number {
  const inTitle = ` ${fold(title)}`;
  const elsewhere = ` ${fold(`${text} ${counts}`)}`;
  let worth = 0;
  for (const word of words) {
    const own = code.toLowerCase().startsWith(word)
      ? 8
      : inTitle.includes(` ${word}`)
        ? 4
        : inTitle.includes(word)
          ? 3
          : elsewhere.includes(` ${word}`)
            ? 2
            : elsewhere.includes(word)
              ? 1
              : 0;
    if (own === 0) return 0;
    worth += own;
  }
  return worth;
}
