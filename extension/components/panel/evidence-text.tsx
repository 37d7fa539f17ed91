import type { ComponentChildren } from "preact";
import type { Span } from "../../../core/index";

interface Props {
  readonly text: string;
  /** Spans with the position of their dimension, in any order. */
  readonly spans: readonly { readonly span: Span; readonly dimension: number }[];
}

/** A line's words, with those that led to a tag underlined in its dimension's colour. Text stays text: nothing in it is markup. */
export function EvidenceText({ text, spans }: Props) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { span, dimension } of [...spans].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = [Math.max(at, span[0]), Math.min(text.length, span[1])];
    if (start >= end) continue;
    parts.push(
      text.slice(at, start),
      <mark data-dim={dimension} key={start}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  // Isolated, so that right-to-left marks in a line cannot turn round what stands beside it.
  return <bdi>{parts}</bdi>;
}
