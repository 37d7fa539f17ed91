import type { DecidedTag } from "../../../core/index";
import { STANCE_WORDS, whoInWords } from "../../services/panel/wording";
import { isMine, nameOf } from "../../services/whose";
import { ActionButton } from "./action-button";
import { usePanel } from "./panel-context";
import { placeOf } from "./tag-chip";
import { Voices } from "./voices";

/** What a tag says, why, and what a person can make of it. */
export function TagCard({ tag }: { readonly tag: DecidedTag }) {
  const { panel } = usePanel();
  const me = panel.source.who.value;
  const { indicator, dimension } = placeOf(panel.rubric.value, tag.indicator);
  const stance = STANCE_WORDS[tag.stance];
  const verdict = tag.standing?.decision.verdict;
  const notes = tag.standing?.voices.filter(({ note }) => note) ?? [];
  return (
    <section class="card" data-dim={dimension} aria-label={`${tag.indicator} ${indicator?.title ?? ""}`}>
      <p>
        <strong>
          {tag.indicator} {indicator?.title}
        </strong>
      </p>
      <p class="quiet small">{indicator?.text}</p>
      <p class="small">
        <span aria-hidden="true">{stance.mark}</span> <b>{stance.name}</b>: {stance.meaning}
      </p>
      <p class="small">{whoInWords(tag, me)}.</p>
      {tag.standing && <Voices standing={tag.standing} />}
      {tag.why && <p class="small">{tag.why}</p>}
      {notes.map((voice) => (
        <p class="note small" key={voice.id}>
          <b>{isMine(voice, me) ? "Your note" : nameOf(voice, me)}:</b> {voice.note}
        </p>
      ))}
      <div class="row compact">
        <ActionButton action="accept" class={tag.standing ? "" : "main"} pressed={verdict === "accept"}>
          Agree
        </ActionButton>
        <ActionButton action="reject" pressed={verdict === "reject"}>
          Not here
        </ActionButton>
        <ActionButton action="stance">Change</ActionButton>
        <ActionButton action="note">Note</ActionButton>
      </div>
    </section>
  );
}
