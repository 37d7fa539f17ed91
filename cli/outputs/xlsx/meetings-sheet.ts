import { getCellAddress } from "write-excel-file/utility";
import type { Commitment, Coverage, CoverageMeeting } from "../../../core/coverage/coverage";
import { dimensionColors } from "../dimension-colors";
import { day, isDay } from "../wording";
import { date, head, ink, number, text, wrapped } from "./cells";
import { coveragePlace } from "./coverage-sheet";
import { SheetRows, type WorkbookSheet } from "./sheet";

const columns = [
  ["Date", 13],
  ["Meeting", 36],
  ["Kind", 9],
  ["Lines", 7],
  ["● Evidenced", 13],
  ["○ Planned", 11],
  ["△ Found missing", 11],
  ["Worth a look", 9],
  ["Practices that show", 11],
  ["Who promised what", 54],
  ["Document", 34],
] as const;

/** The sheet with one row per meeting. */
export function meetingsSheet({ meetings }: Coverage): WorkbookSheet {
  const sheet = new SheetRows();
  sheet.add(...columns.map(([title]) => head(title, { height: 30 })));
  for (const [index, meeting] of meetings.entries()) {
    const row = sheet.add(...cells(meeting));
    sheet.link(row, 1, coveragePlace(index), "See this meeting in Coverage");
  }
  if (meetings.length === 0) sheet.add(text("No meetings yet."));
  return {
    data: sheet.data,
    widths: columns.map(([, width]) => width),
    frozen: { rows: 1, columns: 2 },
    extras: {
      name: "Meetings",
      links: sheet.links,
      filter: `A1:${getCellAddress(Math.max(1, meetings.length), columns.length - 1)}`,
      repeat: ["$1:$1"],
      pagesWide: 1,
      landscape: true,
      tabColor: dimensionColors[3].fill,
    },
  };
}

function cells(meeting: CoverageMeeting) {
  const found = meeting.tags.filter(({ tier }) => tier === "found");
  const by = (stance: string) => found.filter((tag) => tag.stance === stance).length;
  const showing = new Set(found.filter(({ stance }) => stance !== "contrary").map(({ indicator }) => indicator));
  return [
    isDay(meeting.date) ? date(meeting.date) : text(meeting.date ?? "no date"),
    wrapped(meeting.title, 34, { textColor: ink.link }),
    text(meeting.type === "agenda" ? "Agenda" : "Minutes"),
    number(meeting.lines),
    number(by("evidenced")),
    number(by("planned")),
    number(by("contrary")),
    number(meeting.tags.length - found.length),
    number(showing.size),
    wrapped(meeting.commitments.map(promise).join("; "), 52),
    wrapped(meeting.source, 32),
  ];
}

function promise({ who, what, due }: Commitment): string {
  return `${who}: ${what}${due ? ` (by ${day(due)})` : ""}`;
}
