import type { View } from "../../services/panel/panel";
import { count, dayInWords, SILENT, secondInWords, wayInWords } from "../../services/panel/wording";
import { ActionButton } from "./action-button";
import { usePanel } from "./panel-context";

/** Which document and meeting this is, how it is being read, and the panel's pages. */
export function PanelHeader() {
  const { panel, actions, embedded } = usePanel();
  const Head = embedded ? "div" : "header";
  const Title = embedded ? "h2" : "h1";
  const { document, live, silent, meeting, meetings, source, trouble } = panel;
  const about = document.value?.about;
  if (!about) return null;
  const second = secondInWords(about.second, live.value);
  return (
    <Head class="panel-head">
      <div class="title">
        <Title>
          <bdi>{about.title || "Untitled document"}</bdi>
        </Title>
        <ActionButton action="help" label="Keys" class="icon">
          Keys
        </ActionButton>
        <ActionButton action="settings" label="Settings" class="icon">
          Settings
        </ActionButton>
      </div>
      <p class="way small" data-live={live.value && !trouble.value}>
        {silent.value ? SILENT : wayInWords(about.way, live.value, !trouble.value)}
      </p>
      {second && <p class="second small quiet">{second}</p>}
      <div class="row">
        {live.value && (
          <ActionButton
            action="marks"
            pressed={source.marksShown.value}
            label={source.marksShown.value ? "Hide the marks in the document" : "Show the marks in the document"}
          >
            Marks
          </ActionButton>
        )}
        {silent.value && (
          <button type="button" class="main" onClick={() => void source.reloadPage()}>
            Reload the document
          </button>
        )}
        {!live.value && !silent.value && (
          <button type="button" onClick={() => source.choose(undefined)}>
            Back to the open document
          </button>
        )}
        {meetings.value.length > 1 && (
          <>
            <label class="hidden-label" for="meeting">
              Meeting
            </label>
            <select
              id="meeting"
              value={String(meeting.value)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                panel.showMeeting(value === "all" ? "all" : Number(value));
              }}
            >
              <option value="all">All {count(meetings.value.length, "meeting")}</option>
              {meetings.value.map(({ date, from }, n) => (
                <option key={from} value={String(n)}>
                  Meeting of {dayInWords(date)}
                </option>
              ))}
            </select>
          </>
        )}
      </div>
      <nav class="pages" aria-label="Pages of the panel">
        {pages(panel.lost.value.length, about.type === "agenda").map(([view, name]) => (
          <button
            key={view}
            type="button"
            aria-current={panel.view.value === view ? "page" : undefined}
            data-view={view}
            onClick={() => void actions[view]()}
          >
            {name}
          </button>
        ))}
      </nav>
    </Head>
  );
}

const pages = (lost: number, agenda: boolean): (readonly [View, string])[] => [
  ["lines", "Lines"],
  ["map", "Map"],
  ...(agenda ? ([["agenda", "Agenda check"]] as const) : []),
  ...(lost > 0 ? ([["lost", `Lost lines (${lost})`]] as const) : []),
];
