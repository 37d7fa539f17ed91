import type { AgendaItem, Finding, FindingRule } from "./agenda-check";
import type { Context } from "./context";
import { showsIn } from "./past";
import { sentence } from "./sentences";
import { count, quoted } from "./wording";
import { plain, says } from "./words";

/** Whether the agenda is built so that the team can work well. */
export function craft(context: Context): Finding[] {
  if (context.items.length === 0) return [];
  return [
    ...noMaterial(context),
    ...habits(context),
    ...noClosing(context),
    ...tooMany(context),
    ...oneLeader(context),
  ];
}

const finding = (rule: FindingRule, lines: readonly number[], message: string): Finding => ({
  type: "craft",
  rule,
  indicators: [],
  lines,
  message,
});

/** Shortest discussion, in minutes, for which material is asked after. */
const DISCUSSION = 8;

function noMaterial({ items, lines, layout }: Context): Finding[] {
  if (
    layout.around.some(
      ({ section, at }) =>
        section === "bring" || /\b(?:bring|pre-?work|pre-?read\w*|materials?|to read)\s?:/i.test(lines[at]?.text ?? ""),
    )
  )
    return [];
  return items.flatMap((item) => {
    const words = item.lines.map((at) => plain(lines[at]?.text ?? "")).join(" ");
    if (item.kind !== "work" || !says("discussion", words.replace(/\bshare outs?\b/g, "")) || item.bring.length > 0)
      return [];
    if (says("material", words) || (item.minutes ?? DISCUSSION) < DISCUSSION) return [];
    return [finding("noMaterial", [item.line], sentence("noMaterial", { item: quoted(item.text) }))];
  });
}

/** Meetings back that show a habit, and how many at least must show it. */
const RECENT = 6;
const LEAST = 3;

/** Norms and roles are missed only where the team's own meetings usually show them. */
function habits({ past, items, lines, layout }: Context): Finding[] {
  const recent = past.slice(-RECENT);
  const usual = (shows: (meeting: Context["past"][number]) => boolean) => {
    const times = recent.filter(shows).length;
    return times >= LEAST && times * 2 > recent.length ? times : 0;
  };
  const here = (list: "norms" | "roles") =>
    layout.around.some(({ at, section }) => section === list || says(list, plain(lines[at]?.text ?? ""))) ||
    items.some((item) => item.lines.some((at) => says(list, plain(lines[at]?.text ?? ""))));
  const found: Finding[] = [];
  const meetings = count(recent.length, "meeting");
  const norms = usual(
    (meeting) =>
      showsIn(meeting, "SB1") ||
      meeting.tags.some(({ headings }) => headings.some((text) => says("norms", plain(text)))),
  );
  if (norms && !here("norms")) found.push(finding("noNorms", [], sentence("noNorms", { times: norms, meetings })));
  const roles = usual((meeting) =>
    meeting.tags.some(({ text }) => /\b(?:facilitator|note-?taker|recorder|time-?keeper|scribe|chair)\b/i.test(text)),
  );
  if (roles && !here("roles")) found.push(finding("noRoles", [], sentence("noRoles", { times: roles, meetings })));
  return found;
}

/** Fewer items make no agenda that would need a closing. */
const CLOSING_FROM = 3;

function noClosing({ items, layout, lines }: Context): Finding[] {
  if (items.length < CLOSING_FROM || items.some(({ kind }) => kind === "closing")) return [];
  if (layout.around.some(({ section }) => section === "closing")) return [];
  const late = items
    .filter(({ kind }) => kind !== "break")
    .slice(-2)
    .flatMap((item) => item.lines);
  if (late.some((at) => says("closing", plain(lines[at]?.text ?? "")))) return [];
  return [finding("noClosing", [], sentence("noClosing"))];
}

/** Items, beside opening, break and closing, from which on an agenda is full; and the least minutes for each. */
const MANY = 7;
const LEAST_MINUTES = 7;
const MANY_WITHOUT_TIME = 10;

function tooMany({ items, minutes }: Context): Finding[] {
  const busy = items.filter(({ kind }) => kind === "work" || kind === "logistics");
  const length = minutes.meeting ?? (minutes.total || undefined);
  const tooFull =
    length === undefined
      ? busy.length > MANY_WITHOUT_TIME
      : busy.length >= MANY && length / busy.length < LEAST_MINUTES;
  if (!tooFull) return [];
  const each = length === undefined ? "" : `, about ${count(Math.round(length / busy.length), "minute")} each`;
  return [
    finding(
      "tooMany",
      busy.map(({ line }) => line),
      sentence("tooMany", { items: busy.length, each }),
    ),
  ];
}

/** Items with a name from which on it says something that all bear the same one. */
const NAMED = 4;

function oneLeader({ items }: Context): Finding[] {
  const led = items.filter(({ owners }) => owners.length > 0);
  const [first] = led;
  const name = first?.owners[0];
  if (!first || led.length < NAMED || led.length * 4 < items.length * 3) return [];
  if (!led.every(({ owners }) => owners.length === 1 && owners[0] === name)) return [];
  return [
    finding(
      "oneLeader",
      led.map((item: AgendaItem) => item.line),
      sentence("oneLeader", { who: name }),
    ),
  ];
}
