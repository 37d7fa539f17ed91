import type { Block } from "./block";

const FORMS = [
  /[([]\s?(\d{1,3})\s?[)\]]\s*[.;]?$/,
  /^[([]\s?(\d{1,3})\s?[)\]]/,
  /\s[–—-]\s?(\d{1,3})$/,
  /^(\d{1,3})\s?[–—|:-]\s?(?=\p{L})/u,
  /(?:\.{2,}|…|_{2,})\s?(\d{1,3})$/,
  /\p{L}:\s?(\d{1,3})$/u,
  /\p{L},\s(\d{1,3})$/u,
  /\t(\d{1,3})$/,
  /^(\d{1,3})\t/,
];

/** Where most items carry a bare number in the same place, as in "Norms (5)", the numbers are minutes. */
export function bareMinutes(blocks: readonly Block[]): readonly Block[] {
  const open = blocks.filter(({ box }) => !box);
  for (const form of FORMS) {
    const numbered = open.filter(({ text }) => form.test(text));
    if (numbered.length < 2 || numbered.length * 2 < open.length) continue;
    return blocks.map((block) => {
      const match = block.box ? null : form.exec(block.text);
      if (!match) return block;
      const { index: start } = match;
      return { ...block, box: { minutes: Number(match[1]), start, end: start + match[0].length } };
    });
  }
  return blocks;
}

/** Whether two texts carry a bare number in the same place. */
export const areAlike = (one: string, other: string): boolean =>
  FORMS.some((form) => form.test(one) && form.test(other));
