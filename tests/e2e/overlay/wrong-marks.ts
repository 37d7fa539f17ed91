import type { Editor } from "../editor";
import type { DrawnMark } from "./drawn";
import { expectedTags } from "./expected";

/** Marks that do not stand on evidence of their own line as the text is now, by the replica's own geometry: what each stands on. */
export async function wrongMarks(editor: Editor, title: string, marks: readonly DrawnMark[]): Promise<string[]> {
  const tags = expectedTags(await editor.call("text"), title);
  const under = await editor.page.evaluate((all) => all.map((mark) => window.__replica.under(mark)), [...marks]);
  return marks.flatMap((mark, at) => {
    const [words, ...others] = under[at] ?? [];
    const tag = tags.find(({ line, code }) => line === mark.line && code === mark.code);
    const right =
      words !== undefined &&
      others.length === 0 &&
      words.line === mark.line &&
      tag?.spans.some(([start, end]) => words.start >= start && words.end <= end);
    return right ? [] : [`${mark.code} of line ${mark.line} stands on ${JSON.stringify(under[at])}`];
  });
}
