import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type AgendaCheck, type AgendaItem, besideWords, minutesWords } from "../../../core/index";
import { AgendaTimes } from "./agenda-times";
import { FindingCard } from "./finding-card";
import { usePanel } from "./panel-context";
import { placeOf } from "./tag-chip";
import { useCopyKeys } from "./use-copy-keys";
import { useEarlier } from "./use-earlier";

/** Milliseconds without a letter before the agenda is checked again. */
const PAUSE = 400;

/** What the agenda will give the team, and what might be added before the meeting. */
export function AgendaView() {
  const { panel } = usePanel();
  const { others, problem } = useEarlier(panel);
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
  const helped = (now?.findings ?? []).filter(({ suggestion }) => suggestion);
  const copy = useCopyKeys(helped.map(({ suggestion }) => suggestion?.text ?? ""));
  if (!now) return <p role="status">Checking the agenda…</p>;
  return (
    <section class="agenda" aria-label="Agenda check">
      <p>
        <b>{now.headline}</b>
      </p>
      {[...now.cautions, ...(problem.value ? [problem.value] : [])].map((caution) => (
        <p class="small quiet" key={caution}>
          {caution}
        </p>
      ))}
      <AgendaTimes check={now} />
      <ul class="findings">
        {now.findings.map((finding) => (
          <FindingCard
            key={`${finding.rule} ${finding.message}`}
            finding={finding}
            place={helped.indexOf(finding)}
            copy={copy}
          />
        ))}
      </ul>
      <section aria-labelledby="items">
        <h2 id="items">Items and what they promise</h2>
        <ul class="items">
          {now.items.map((item) => (
            <Item key={`${item.line} ${item.text}`} item={item} />
          ))}
        </ul>
      </section>
    </section>
  );
}

function Item({ item }: { readonly item: AgendaItem }) {
  const { panel } = usePanel();
  const { line, text, promises } = item;
  const codes = [...new Set(promises.filter(({ tier }) => tier === "found").map(({ indicator }) => indicator))];
  const beside = besideWords(item);
  const go = () => {
    const about = panel.document.value?.about;
    const words = panel.lines.value[line]?.line.text;
    if (!about || words === undefined) return;
    panel.goTo(about, { at: line, text: words, ...(codes[0] === undefined ? {} : { indicator: codes[0] }) });
  };
  return (
    <li>
      <span class="small quiet">{minutesWords(item)}</span>
      <div>
        <button type="button" class="plain link" onClick={go}>
          <bdi>{text}</bdi>
        </button>{" "}
        {codes.map((code) => (
          <span key={code} class="badge small" data-dim={placeOf(panel.rubric.value, code).dimension}>
            {code}
          </span>
        ))}
        {beside && (
          <p class="small quiet">
            <bdi>{beside}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
