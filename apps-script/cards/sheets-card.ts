import says from "../sentences.json" with { type: "json" };
import { count } from "../workbook/wording";
import { type AheadSummary, aheadSection } from "./ahead-section";
import type { Card, Section, Widget } from "./card";

/** What the card of the workbook shows. */
export interface WorkbookSummary {
  readonly title: string;
  readonly url: string;
  readonly team: string;
  readonly sources: number;
  readonly left: number;
  readonly inLine: number;
  /** Documents that need someone's attention, with what to do. */
  readonly troubled: readonly { readonly title: string; readonly message: string; readonly link: string }[];
  /** What ran last, and when, in words. */
  readonly last: string;
  /** Until when another run is at work, as a time of day; "" for none. */
  readonly busyUntil: string;
  /** `undefined` where the deployment has no schedule; else how it stands. */
  readonly schedule: { readonly isOn: boolean; readonly wasDeleted: boolean; readonly every: number } | undefined;
}

/** Troubled documents named on the card; the sheet Sources has them all. */
const NAMED = 10;

/** The team's workbook: what it reads, what ran last, and what can be done. */
export function sheetsCard(summary: WorkbookSummary, ahead: AheadSummary): Card {
  return {
    title: summary.team || "Plumbline",
    subtitle: summary.title,
    sections: [
      workSection(summary),
      ...troubleSections(summary),
      ...scheduleSections(summary),
      aheadSection(ahead),
      lastSection(summary),
    ],
  };
}

function workSection({ url, sources, left, inLine, troubled, busyUntil }: WorkbookSummary): Section {
  const all = sources + inLine;
  const widgets: Widget[] = [
    {
      kind: "line",
      text: all === 0 ? "No documents yet" : count(all, "document"),
      bottom:
        all === 0
          ? says.addSomeNotes
          : left + inLine > 0
            ? `${sources - left} looked at, ${left + inLine} to be read`
            : troubled.length > 0
              ? says.allThatOpen
              : "All are read as they are.",
    },
  ];
  if (busyUntil)
    widgets.push({
      kind: "text",
      text: `Someone's refresh is at work, until ${busyUntil} at the latest. It does your documents too.`,
    });
  widgets.push({
    kind: "buttons",
    buttons: [
      left + inLine > 0
        ? { text: "Continue", run: "continueRefresh", isMain: true }
        : { text: "Refresh", run: "refresh", isMain: true },
      ...(left + inLine > 0 ? [{ text: "Refresh all", run: "refresh" as const }] : []),
      { text: "Settings", run: "showSettings" },
      { text: "Open", link: url },
    ],
  });
  if (left > 0) widgets.push({ kind: "text", text: says.eachPress });
  return { title: "Sources", widgets };
}

function troubleSections({ troubled, url }: WorkbookSummary): Section[] {
  if (troubled.length === 0) return [];
  const widgets: Widget[] = troubled
    .slice(0, NAMED)
    .map(({ title, message, link }) => ({ kind: "line", text: title || "A document", bottom: message, link }));
  if (troubled.length > NAMED)
    widgets.push({ kind: "line", text: `${troubled.length - NAMED} more in the sheet Sources`, link: url });
  return [{ title: "Worth a look", shown: 3, widgets }];
}

function scheduleSections({ schedule, left, inLine }: WorkbookSummary): Section[] {
  if (!schedule) return [];
  const { isOn, wasDeleted, every } = schedule;
  const often = every === 1 ? "every hour" : every === 24 ? "every day" : "every week";
  const text = isOn
    ? `Looks at all documents ${often}. ${left + inLine > 0 ? "The next slice comes within the hour." : ""}`.trim()
    : wasDeleted
      ? says.scheduleDeleted
      : says.notScheduled;
  const button = isOn
    ? ({ text: "Stop", run: "stopSchedule" } as const)
    : ({ text: "Start a schedule", run: "startSchedule" } as const);
  return [
    {
      title: "Schedule",
      widgets: [
        { kind: "text", text },
        { kind: "buttons", buttons: [button] },
      ],
    },
  ];
}

const lastSection = ({ last }: WorkbookSummary): Section => ({
  title: "What ran last",
  widgets: [{ kind: "text", text: last || "Nothing has run yet." }],
});

/** For someone who has no workbook yet, or has another spreadsheet open. */
export function noWorkbookCard(
  spreadsheet: { readonly id: string; readonly canRead: boolean } | undefined,
  other: string,
): Card {
  const widgets: Widget[] = [
    {
      kind: "text",
      text: other ? says.notTheWorkbook : says.whatWorkbookShows,
    },
  ];
  if (other) widgets.push({ kind: "buttons", buttons: [{ text: "Open the workbook", link: other }] });
  else widgets.push({ kind: "buttons", buttons: [{ text: "Make the workbook", run: "makeWorkbook", isMain: true }] });
  if (spreadsheet?.canRead)
    widgets.push({
      kind: "buttons",
      buttons: [{ text: "Use this spreadsheet instead", run: "useWorkbook", parameters: { id: spreadsheet.id } }],
    });
  else if (spreadsheet)
    widgets.push(
      {
        kind: "text",
        text: says.sharedWorkbook,
      },
      { kind: "buttons", buttons: [{ text: "Allow for this spreadsheet", run: "askForOpenFile" }] },
    );
  return { title: "Plumbline", sections: [{ widgets }] };
}
