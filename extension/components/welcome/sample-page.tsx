import { useEffect, useRef } from "preact/hooks";
import type { Panel } from "../../services/panel/panel";
import { EvidenceText } from "../panel/evidence-text";
import { placeOf, stateOf } from "../panel/tag-chip";
import type { Sample } from "./sample-source";

interface Props {
  readonly sample: Sample;
  readonly panel: Panel;
}

/** The sample document, marked as Plumbline marks a Google Doc, with a line for the person to write. */
export function SamplePage({ sample, panel }: Props) {
  const given = panel.lines.value.filter(({ line }) => line.id < 1000);
  const lit = useRef<HTMLParagraphElement>(null);
  const at = sample.lit.value;
  useEffect(() => {
    if (at >= 0) lit.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <section class="sample" aria-label="Sample document">
      {given.map(({ line, at: position, tags }) => {
        const spans = sample.marksShown.value
          ? tags
              .filter((tag) => stateOf(tag) !== "rejected")
              .flatMap(({ evidence, indicator }) =>
                evidence.map((span) => ({ span, dimension: placeOf(panel.rubric.value, indicator).dimension })),
              )
          : [];
        return (
          <p key={line.id} ref={position === at ? lit : null} data-kind={line.kind} data-lit={position === at}>
            <EvidenceText text={line.text} spans={spans} />
          </p>
        );
      })}
      <label class="hidden-label" for="own-line">
        A line of your own
      </label>
      <input
        id="own-line"
        type="text"
        maxLength={300}
        placeholder="Write a line of your own here…"
        onInput={(event) => sample.write(event.currentTarget.value)}
      />
    </section>
  );
}
