import { type AgendaCheck, answerWords, minutesByPart, timeWords } from "../../../core/index";
import { usePanel } from "./panel-context";

/** Where the minutes go, by dimension, and what the model's guiding questions get of them. */
export function AgendaTimes({ check }: { readonly check: AgendaCheck }) {
  const { panel } = usePanel();
  const parts = minutesByPart(check, panel.rubric.value);
  const placeOfDimension = (key: string): number | undefined => {
    const place = panel.rubric.value.dimensions.findIndex((dimension) => dimension.key === key);
    return place < 0 ? undefined : place;
  };
  const most = Math.max(...parts.map(({ minutes }) => minutes));
  return (
    <>
      {parts.length > 0 && (
        <section aria-labelledby="times">
          <h2 id="times">Where the time goes</h2>
          <ul class="times">
            {parts.map(({ key, title, minutes }) => (
              <li key={key || title} data-dim={placeOfDimension(key)}>
                <span>{title}</span>
                <span class="quiet">{minutes} min</span>
                <span class="bar" aria-hidden="true" style={{ width: `${Math.max(2, (minutes / most) * 100)}%` }} />
              </li>
            ))}
          </ul>
          <p class="small quiet">{timeWords(check)}</p>
        </section>
      )}
      {check.questions.length > 0 && (
        <section aria-labelledby="questions">
          <h2 id="questions">The guiding questions</h2>
          <ul class="questions small">
            {check.questions.map((question) => (
              <li key={question.title}>
                <span aria-hidden="true">{question.answered ? "●" : "○"}</span> {question.title}{" "}
                <span class="quiet">{answerWords(question)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
