import type { Standing } from "../../../core/index";
import { voicesOf } from "../../services/panel/voices";
import { isMine } from "../../services/whose";
import { usePanel } from "./panel-context";

/** Who said what of a tag, and when; where people differ, how to settle it. Nothing where only this person has spoken. */
export function Voices({ standing }: { readonly standing: Standing }) {
  const { panel } = usePanel();
  const me = panel.source.who.value;
  if (standing.voices.every((voice) => isMine(voice, me))) return null;
  return (
    <div class="voices small">
      <ul>
        {voicesOf(standing, me).map(({ id, who, says, day, counts }) => (
          <li key={id}>
            <b>
              <bdi>{who}</bdi>
            </b>
            : {says} <span class="quiet">· {day}</span>
            {standing.disagreed && counts && <span class="quiet"> · counts for now</span>}
          </li>
        ))}
      </ul>
      {standing.disagreed && (
        <p class="quiet">
          You see it differently in your team, which is worth a talk. Whatever one of you chooses last counts.
        </p>
      )}
    </div>
  );
}
