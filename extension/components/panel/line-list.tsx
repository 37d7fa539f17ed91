import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isNarrowed } from "../../services/panel/filters";
import { ActionButton } from "./action-button";
import { LineItem } from "./line-item";
import { usePanel } from "./panel-context";

/** Lines drawn at first, and added at each step: a log of a whole year would otherwise take seconds to draw. */
const STEP = 120;

/** The lines that pass the filters, under the headings they stand under. */
export function LineList() {
  const { panel } = usePanel();
  const { visible, selected } = panel;
  const limit = useSignal(STEP);
  const lines = visible.value;
  const at = lines.findIndex(({ id }) => id === selected.value?.line);
  useEffect(() => {
    if (at >= limit.value) limit.value = at + STEP;
  }, [at, limit]);
  if (lines.length === 0) return <NoLines />;
  let heading: string | undefined;
  return (
    <>
      <ul class="lines" aria-label="Lines">
        {lines.slice(0, limit.value).map((line) => {
          const shownHeading = line.heading !== heading && line.heading ? line.heading : undefined;
          heading = line.heading;
          return [
            shownHeading && (
              <li class="heading" key={`heading-${line.id}`}>
                <bdi>{shownHeading}</bdi>
              </li>
            ),
            <LineItem
              key={line.id}
              line={line}
              chosen={selected.value?.line === line.id ? (selected.value.indicator ?? "") : undefined}
            />,
          ];
        })}
      </ul>
      {lines.length > limit.value && (
        <button
          type="button"
          class="more"
          onClick={() => {
            limit.value += STEP;
          }}
        >
          Show {Math.min(STEP, lines.length - limit.value)} more of {lines.length}
        </button>
      )}
    </>
  );
}

function NoLines() {
  const { panel } = usePanel();
  if (panel.lines.value.every(({ line }) => !line.text))
    return panel.document.value?.about.way.text === "none" ? (
      <div class="empty">
        <h2>Nothing could be read yet</h2>
        <p>Lines appear here as soon as Plumbline can read this document. If they do not come, reload it once.</p>
      </div>
    ) : (
      <div class="empty">
        <h2>Nothing is written here yet</h2>
        <p>Start typing your notes. Lines appear here as you finish them.</p>
      </div>
    );
  if (isNarrowed(panel.filters.value))
    return (
      <div class="empty">
        <h2>No line matches</h2>
        <p>Nothing in these notes fits what you chose above.</p>
        <ActionButton action="clear">Show everything again</ActionButton>
      </div>
    );
  return (
    <div class="empty">
      <h2>No practice seen yet</h2>
      <p>
        That is fine: many meetings are about other things, and notes are short. You can add a tag to any line yourself.
      </p>
      <ActionButton action="untagged">Show all lines</ActionButton>
    </div>
  );
}
