import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { shownDimensions } from "../../services/panel/actions";
import { type MapCell, type MapLine, practiceMap } from "../../services/panel/practice-map";
import { count, dayInWords, STANCE_WORDS } from "../../services/panel/wording";
import { usePanel } from "./panel-context";
import { useEarlier } from "./use-earlier";

/** What stands in a cell, by what shows: a shape as well as a colour. */
const MARKS: Readonly<Record<MapCell["state"], string>> = {
  seen: STANCE_WORDS.evidenced.mark,
  planned: STANCE_WORDS.planned.mark,
  contrary: STANCE_WORDS.contrary.mark,
  suggested: "?",
  "not yet seen": "",
};

/** The picture of all practices: this meeting, and the team's earlier ones. Every cell leads to its lines. */
export function PracticeMapView() {
  const { panel } = usePanel();
  const { others, problem } = useEarlier(panel);
  const chosen = useSignal("");
  const document = panel.document.value;
  const { lines, meeting, meetings, rubric } = panel;
  const part = meeting.value === "all" ? undefined : meetings.value[meeting.value];
  const shown = shownDimensions(panel);
  const rows = useMemo(
    () => (document ? practiceMap({ document, lines: lines.value, part }, others.value, rubric.value, shown) : []),
    [document, lines.value, part, others.value, rubric.value, shown.join()],
  );
  if (!document) return null;
  const cells = rows.flatMap((row) => row.cells);
  const seen = cells.filter(({ state }) => state === "seen").length;
  const planned = cells.filter(({ state }) => state === "planned").length;
  const open = cells.find(({ code }) => code === chosen.value);
  return (
    <section class="map" aria-label="Map of practices">
      <p>
        In {part ? `the meeting of ${dayInWords(part.date)}` : "these notes"}, {seen} of {cells.length} practices show
        {planned > 0 ? ` and ${planned} more ${planned === 1 ? "is" : "are"} planned` : ""}. No meeting holds them all.
      </p>
      <p class="small quiet">
        <span>● seen</span> <span>○ planned</span> <span>△ found missing</span> <span>? worth a look</span>{" "}
        <span>small figure: lines in earlier meetings</span>
      </p>
      {problem.value && <p class="notice">{problem.value}</p>}
      {rows.map(({ key: dimension, title, position, cells: here }) => (
        <section key={dimension} data-dim={position % 8}>
          <h2 class="small">
            <span class="badge">{dimension}</span> {title}
          </h2>
          <ul class="cells">
            {here.map((cell) => (
              <li key={cell.code}>
                <button
                  type="button"
                  class="cell"
                  data-state={cell.state}
                  data-cell={cell.code}
                  aria-pressed={cell.code === chosen.value}
                  title={`${cell.code} ${inWords(cell)}`}
                  onClick={() => {
                    chosen.value = chosen.value === cell.code ? "" : cell.code;
                  }}
                >
                  <span class="cell-code">{cell.code}</span>
                  <span class="hidden-label"> {inWords(cell)}</span>
                  <span class="cell-mark" aria-hidden="true">
                    {MARKS[cell.state]} {cell.here.length > 0 && cell.here.length}
                  </span>
                  <span class="cell-earlier" aria-hidden="true">
                    {cell.earlier.length > 0 ? cell.earlier.length : ""}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {open && <Lines cell={open} />}
    </section>
  );
}

function Lines({ cell }: { readonly cell: MapCell }) {
  const { panel } = usePanel();
  const go = ({ place, at, text }: MapLine) => panel.goTo(place, { at, text, indicator: cell.code });
  return (
    <section class="card map-lines" aria-label={`Lines of ${cell.code}`}>
      <h3>
        {cell.code} {cell.title}
      </h3>
      {cell.here.length === 0 && cell.earlier.length === 0 && (
        <p class="small">
          Not yet seen in this meeting, nor in an earlier one that is kept here. It may happen outside the notes, or be
          for later.
        </p>
      )}
      {cell.here.length > 0 && <LineLinks name="In this meeting" lines={cell.here} go={go} />}
      {cell.earlier.length > 0 && (
        <LineLinks name="In earlier meetings" lines={[...cell.earlier].reverse()} go={go} dated />
      )}
    </section>
  );
}

interface LinksProps {
  readonly name: string;
  readonly lines: readonly MapLine[];
  readonly go: (line: MapLine) => void;
  readonly dated?: boolean;
}

/** Lines shown under a cell; a practice that shows everywhere would fill the panel. */
const MOST = 30;

function LineLinks({ name, lines, go, dated }: LinksProps) {
  return (
    <>
      <h4 class="small quiet">{name}</h4>
      <ul>
        {lines.slice(0, MOST).map((line) => (
          <li key={`${line.place.document} ${line.place.tab} ${line.at}`}>
            <button type="button" class="plain link" onClick={() => go(line)}>
              <span aria-hidden="true">{STANCE_WORDS[line.stance].mark}</span>{" "}
              {dated && <b>{line.date ? dayInWords(line.date) : line.title}: </b>}
              <bdi>{line.text}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > MOST && <p class="small quiet">and {count(lines.length - MOST, "more line")}.</p>}
    </>
  );
}

function inWords({ title, state, here, counted, earlier }: MapCell): string {
  const words = {
    seen: "seen",
    planned: "planned",
    contrary: "found missing",
    suggested: "worth a look",
    "not yet seen": "not yet seen",
  }[state];
  const lines = here.length
    ? `: ${count(counted, "line")}${here.length > counted ? ` and ${here.length - counted} worth a look` : ""}`
    : "";
  return `${title}, ${words}${lines}${earlier.length ? `; ${count(earlier.length, "line")} in earlier meetings` : ""}`;
}
