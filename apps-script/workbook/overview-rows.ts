import type { Emphasis, Rubric } from "../../core/rubric/rubric";
import says from "../sentences.json" with { type: "json" };
import type { Figures } from "./overview-figures";
import type { SheetEdits } from "./sheet-edits";
import type { Cells, CellValue } from "./table";
import { MONTHS } from "./tables";
import { count, dayName, monthName, NOT_YET_SEEN_NOTE, SUGGESTION_NOTE } from "./wording";

/** Rows of the lists below the map. */
const LISTED = 6;
/** Days within which a practice that shows for the first time is new. */
const NEW_DAYS = 31;
/** Meetings after which a practice that was seen before is worth naming. */
const LONG_AGO = 3;

/** Index of the first dimension's row in a new sheet: below the heads, three lines of text and a section's title. */
export const FIRST_DIMENSION = 5;
/** Index of the first practice's row in a new sheet. */
export const firstPractice = (rubric: Rubric): number => FIRST_DIMENSION + rubric.dimensions.length + 1;

/** Writes the Overview anew, in place: every row is known by its key, so people may move and annotate them. */
export function writeOverview(
  edits: SheetEdits,
  figures: Figures,
  rubric: Rubric,
  emphasis: Readonly<Record<string, Emphasis>>,
  team: string,
): void {
  const line = (key: string, label: string, code = "", rest: Cells = {}) =>
    edits.put({ ...blank, ...rest, key, code, label });
  line("headline", headline(figures, rubric));
  line("facts", facts(figures, rubric, team));
  line("note", SUGGESTION_NOTE);
  line("section:dimensions", "The dimensions over time");
  for (const { key, title } of rubric.dimensions)
    line(`dimension:${key}`, title, key, numbers(figures, key, figures.totals.dimensions[key]));
  line("section:practices", says.practicesShow);
  for (const { code, title } of rubric.indicators)
    line(`practice:${code}`, title, code, numbers(figures, code, figures.totals.indicators[code]));
  list("new", "New in these notes", newPractices(figures, rubric), LISTED, says.noneNew);
  list("ago", "Seen before, longest ago", longestAgo(figures, rubric, emphasis), LISTED, says.noneLongAgo);
  list(
    "unseen",
    "Not yet seen",
    notYetSeen(figures, rubric),
    rubric.indicators.length + 1,
    "Every practice has been seen.",
  );

  function list(id: string, title: string, items: readonly Item[], room: number, none: string): void {
    const shown = items.length > 0 || figures.meetings === 0 ? items : [{ code: "", text: none }];
    line(`section:${id}`, shown.length ? title : "");
    for (let at = 0; at < room; at++) line(`${id}:${at}`, shown[at]?.text ?? "", shown[at]?.code ?? "");
  }
}

/** The names of the months, for the heads of their columns. */
export const monthHeads = ({ months }: Figures): readonly string[] =>
  Array.from({ length: MONTHS }, (_, at) => (months[at] ? monthName(months[at] ?? "") : ""));

interface Item {
  readonly code: string;
  readonly text: string;
}

const monthIds = ["before", ...Array.from({ length: MONTHS }, (_, at) => `m${at}`)];
const blank: Record<string, CellValue> = Object.fromEntries(
  [...monthIds, "total", "last", "state"].map((id) => [id, ""]),
);

function numbers(
  { byMonth }: Figures,
  code: string,
  totals: Figures["totals"]["indicators"][string] | undefined,
): Cells {
  const months = byMonth.get(code) ?? [];
  return {
    ...Object.fromEntries(monthIds.map((id, at) => [id, months[at] ?? 0])),
    total: (totals?.evidenced ?? 0) + (totals?.planned ?? 0),
    last: totals?.lastSeen ?? "",
    state: totals?.state ?? "not yet seen",
  };
}

function headline({ totals, meetings }: Figures, rubric: Rubric): string {
  if (meetings === 0) return "No meetings have been read yet.";
  const states = rubric.indicators.map(({ code }) => totals.indicators[code]?.state);
  const seen = states.filter((state) => state === "seen").length;
  const planned = states.filter((state) => state === "planned").length;
  const parts = [
    `${seen} of ${states.length} practices ${seen === 1 ? "shows" : "show"} in ${count(meetings, "meeting")}`,
  ];
  if (planned > 0) parts.push(`${planned} more ${planned === 1 ? "is" : "are"} planned`);
  return `${parts.join(", and ")}.`;
}

function facts({ days, undated }: Figures, rubric: Rubric, team: string): string {
  const [first, last] = [days[0], days[days.length - 1]];
  const span = !first || !last ? "" : first === last ? dayName(first) : `${dayName(first)} to ${dayName(last)}`;
  const dateless = undated > 0 ? `${count(undated, "meeting")} without a date, in the totals but in no month` : "";
  return [team, span, `${rubric.title}, version ${rubric.version}`, dateless].filter(Boolean).join(" · ");
}

function newPractices({ totals, days }: Figures, rubric: Rubric): readonly Item[] {
  const newest = days[days.length - 1];
  if (!newest || days[0] === newest) return [];
  return rubric.indicators
    .flatMap(({ code, title }) => {
      const first = totals.indicators[code]?.firstSeen;
      if (!first || daysBetween(first, newest) > NEW_DAYS) return [];
      return [{ code, text: `${title}: first seen ${dayName(first)}` }];
    })
    .slice(0, LISTED);
}

function longestAgo(
  { totals, days }: Figures,
  rubric: Rubric,
  emphasis: Readonly<Record<string, Emphasis>>,
): readonly Item[] {
  return rubric.indicators
    .filter(({ code }) => emphasis[code] !== "occasional")
    .flatMap(({ code, title }) => {
      const last = totals.indicators[code]?.lastSeen;
      const since = last ? days.filter((day) => day > last).length : 0;
      return last && since >= LONG_AGO ? [{ code, title, last, since }] : [];
    })
    .sort((a, b) => Number(emphasis[b.code] === "core") - Number(emphasis[a.code] === "core") || b.since - a.since)
    .slice(0, LISTED)
    .map(({ code, title, last, since }) => ({
      code,
      text: `${title}: last seen ${dayName(last)}, ${count(since, "meeting")} since`,
    }));
}

function notYetSeen({ totals, meetings }: Figures, rubric: Rubric): readonly Item[] {
  const unseen = rubric.indicators.filter(({ code }) => totals.indicators[code]?.state === "not yet seen");
  if (meetings === 0 || unseen.length === 0) return [];
  return [
    { code: "", text: NOT_YET_SEEN_NOTE },
    ...unseen.map(({ code, title }) => {
      const worth = totals.indicators[code]?.suggested ?? 0;
      return { code, text: worth ? `${title} (${count(worth, "line is", "lines are")} worth a look)` : title };
    }),
  ];
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
