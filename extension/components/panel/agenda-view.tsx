import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AgendaCheck, AgendaItem, Finding } from "../../../core/index";
import { NO_FILTERS } from "../../services/panel/filters";
import { usePanel } from "./panel-context";
import { placeOf } from "./tag-chip";
import { useEarlier } from "./use-earlier";

/** Milliseconds without a letter before the agenda is checked again. */
const PAUSE = 400;

/** What each kind of thought is called. */
const TITLES: Readonly<Record<Finding["type"], string>> = {
  missing: "Not in this agenda yet",
  followUp: "From earlier meetings",
  time: "Time",
  craft: "Making it easy for people",
  neglected: "Not seen lately",
};

/** What the agenda will give the team, and what might be added before the meeting. */
export function AgendaView() {
  const { panel } = usePanel();
  const { others } = useEarlier(panel);
  const check = useSignal<AgendaCheck | undefined>(undefined);
  const document = panel.document.value;
  const rubric = panel.rubric.value;
  useEffect(() => {
    if (!document) return;
    let left = false;
    const wait = setTimeout(async () => {
      // The check reads with the tagger, which no other part of the panel needs.
      const { agendaOf } = await import("../../services/panel/agenda");
      if (!left) check.value = agendaOf(document, others.value, rubric);
    }, check.value && PAUSE);
    return () => {
      left = true;
      clearTimeout(wait);
    };
  }, [document?.lines, others.value, rubric, check, document]);
  const now = check.value;
  if (!now) return <p role="status">Checking the agenda…</p>;
  return (
    <section class="agenda" aria-label="Agenda check">
      <p>
        <b>{now.headline}</b>
      </p>
      {now.cautions.map((caution) => (
        <p class="small quiet" key={caution}>
          {caution}
        </p>
      ))}
      <ul class="findings">
        {now.findings.map((finding) => (
          <FindingCard key={`${finding.rule} ${finding.message}`} finding={finding} />
        ))}
      </ul>
      <section aria-labelledby="items">
        <h2 id="items">Items and what they promise</h2>
        <ul class="items">
          {now.items.map((item) => (
            <Item key={item.line} item={item} />
          ))}
        </ul>
      </section>
    </section>
  );
}

function FindingCard({ finding: { type, indicators, message, suggestion } }: { readonly finding: Finding }) {
  const { panel } = usePanel();
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      panel.said.value = "Copied: paste it into the agenda.";
    } catch {
      panel.said.value = "The clipboard could not be written. Click into the panel, then try again.";
    }
  };
  return (
    <li class="card">
      <p class="small quiet">
        {TITLES[type]}{" "}
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
            <bdi>{suggestion.text}</bdi>
          </p>
          <p class="small quiet">{suggestion.hint}</p>
          <div class="row compact">
            <button type="button" onClick={() => void copy(suggestion.text)}>
              Copy
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Item({ item: { line, text, minutes, given, promises } }: { readonly item: AgendaItem }) {
  const { panel } = usePanel();
  const codes = [...new Set(promises.filter(({ tier }) => tier === "found").map(({ indicator }) => indicator))];
  const go = () => {
    const target = panel.lines.value[line];
    if (!target) return;
    panel.showMeeting("all");
    panel.filters.value = { ...NO_FILTERS, untagged: true };
    panel.view.value = "lines";
    panel.selected.value = { line: target.id, ...(codes[0] === undefined ? {} : { indicator: codes[0] }) };
  };
  return (
    <li>
      <span class="small quiet">
        {minutes === undefined ? "no time" : `${given ? "" : "about "}${Math.round(minutes)} min`}
      </span>
      <div>
        <button type="button" class="plain link" onClick={go}>
          <bdi>{text}</bdi>
        </button>{" "}
        {codes.map((code) => (
          <span key={code} class="badge small" data-dim={placeOf(panel.rubric.value, code).dimension}>
            {code}
          </span>
        ))}
      </div>
    </li>
  );
}
