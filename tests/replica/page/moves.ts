import type { Editor } from "./editor";
import type { Place } from "./text-model";

/** Where a key takes the caret; nothing for other keys. */
export function moved({ model, layout, caret }: Editor, key: string): Place | undefined {
  const { line, at } = caret;
  const paragraph = model.at(line);
  const last = model.paragraphs.length - 1;
  const lines = layout.stripsOf(paragraph).flatMap(({ boxes }) => boxes.filter((box) => box.paragraph === paragraph));
  const index = Math.max(0, lines.filter((box) => box.line.start <= at).length - 1);
  const here = lines[index]?.line;
  const clamp = (to: number): Place => {
    const target = Math.max(0, Math.min(last, to));
    return { line: target, at: Math.min(at - (here?.start ?? 0), model.at(target).text.length) };
  };
  const within = (step: number): Place | undefined => {
    const next = lines[index + step]?.line;
    return next && { line, at: Math.min(next.start + at - (here?.start ?? 0), next.end) };
  };
  switch (key) {
    case "ArrowLeft":
      if (at > 0) return { line, at: at - (/[\udc00-\udfff]/.test(paragraph.text[at - 1] ?? "") ? 2 : 1) };
      return line > 0 ? { line: line - 1, at: model.at(line - 1).text.length } : caret;
    case "ArrowRight":
      if (at < paragraph.text.length)
        return { line, at: at + ((paragraph.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) };
      return line < last ? { line: line + 1, at: 0 } : caret;
    case "ArrowUp":
      return within(-1) ?? clamp(line - 1);
    case "ArrowDown":
      return within(1) ?? clamp(line + 1);
    case "Home":
      return { line, at: here?.start ?? 0 };
    case "End":
      return { line, at: here?.end ?? paragraph.text.length };
    default:
      return undefined;
  }
}
