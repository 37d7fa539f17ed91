import { type Finding, findingTitles } from "../../../core/index";
import { keyName } from "../../services/panel/keys";
import { usePanel } from "./panel-context";
import { placeOf } from "./tag-chip";
import { COPY_KEYS } from "./use-copy-keys";

interface Props {
  readonly finding: Finding;
  /** Its place among those that bring an item to paste, from 0. */
  readonly place: number;
  copy(place: number): void;
}

/** Something to think about before the meeting, with an item to take over where there is one. */
export function FindingCard({ finding: { type, indicators, message, suggestion }, place, copy }: Props) {
  const { panel, letters } = usePanel();
  const key = place < COPY_KEYS ? keyName(String(place + 1), letters) : "";
  return (
    <li class="card">
      <p class="small quiet">
        {findingTitles[type]}{" "}
        {indicators.map((code) => (
          <span key={code} class="badge" data-dim={placeOf(panel.rubric.value, code).dimension}>
            {code}
          </span>
        ))}
      </p>
      <p>{message}</p>
      {suggestion && (
        <>
          <p class="paste small">
            {suggestion.text.split("\n").map((row) => (
              <bdi key={row}>{row.split("\t").filter(Boolean).join(" | ")}</bdi>
            ))}
          </p>
          <p class="small quiet">{suggestion.hint}</p>
          <div class="row compact">
            <button type="button" aria-keyshortcuts={key.replace(/ /g, "+") || undefined} onClick={() => copy(place)}>
              Copy
              {key && (
                <>
                  {" "}
                  <span class="key" aria-hidden="true">
                    {key}
                  </span>
                </>
              )}
            </button>
          </div>
        </>
      )}
    </li>
  );
}
