import says from "../sentences.json" with { type: "json" };
import type { Section, Widget } from "./card";

/** What is known of the meetings of the next days. */
export interface AheadSummary {
  readonly isOn: boolean;
  /** Whether the calendar is looked into; else the workbook's own agendas are shown. */
  readonly byCalendar: boolean;
  readonly events: readonly {
    readonly title: string;
    /** Its day, and the time of day where that is known. */
    readonly when: string;
    /** What its agenda will give the team, in a sentence; "" where nobody has looked yet. */
    readonly text: string;
    /** Id of the agenda; "" where it is not known which document that is. */
    readonly id: string;
  }[];
}

/** The meetings of the next days, or the offer to look at them. */
export function aheadSection({ isOn, byCalendar, events }: AheadSummary): Section {
  const widgets: Widget[] = events.flatMap(({ title, when, text, id }): Widget[] => [
    { kind: "line", top: when, text: title || "A meeting", ...(text ? { bottom: text } : {}) },
    ...(id
      ? [
          {
            kind: "buttons" as const,
            buttons: [{ text: "Look at it", run: "showAgenda" as const, parameters: { id } }],
          },
        ]
      : []),
  ]);
  if (events.length === 0) widgets.push({ kind: "text", text: isOn ? nothing(byCalendar) : offer(byCalendar) });
  widgets.push({
    kind: "buttons",
    buttons: [
      isOn ? { text: "Stop looking ahead", run: "stopLookingAhead" } : { text: "Look ahead", run: "lookAhead" },
    ],
  });
  return { title: "Before the next meeting", widgets };
}

const offer = (byCalendar: boolean): string => (byCalendar ? says.offerCalendar : says.offerWorkbook);

const nothing = (byCalendar: boolean): string => (byCalendar ? says.nothingInCalendar : says.nothingInWorkbook);
