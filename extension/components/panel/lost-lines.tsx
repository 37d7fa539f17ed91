import { dayInWords, STANCE_WORDS } from "../../services/panel/wording";
import { nameOf } from "../../services/whose";
import { usePanel } from "./panel-context";

/** Decisions whose lines are gone from the document. They are kept, and come back with the line. */
export function LostLines() {
  const { panel } = usePanel();
  return (
    <section aria-label="Lost lines">
      <p>
        These lines were changed so much, or taken out, that what was decided on them has no place any more. Nothing is
        dropped: where the line comes back, so does the decision.
      </p>
      <ul class="lost">
        {panel.lost.value.map(({ quote, standing }) => (
          <li class="card" key={quote}>
            <p>
              <bdi>“{quote}”</bdi>
            </p>
            {standing.map(({ indicator, decision }) => (
              <p class="small quiet" key={indicator}>
                <b>{indicator}</b>{" "}
                {decision.verdict === "reject"
                  ? "not here"
                  : decision.stance && STANCE_WORDS[decision.stance].name.toLowerCase()}
                {decision.note && `: ${decision.note}`} ({nameOf(decision, panel.source.who.value)},{" "}
                {dayInWords(decision.at.slice(0, 10))})
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
