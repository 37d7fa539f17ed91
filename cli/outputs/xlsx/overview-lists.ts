import type { Coverage } from "../../../core/coverage/coverage";
import type { DimensionView } from "../framework";
import { longestAgo, notYetSeen } from "../gaps";
import { count, day, notYetSeenNote } from "../wording";
import { ink, section, text, wrapped } from "./cells";
import type { SheetLook } from "./overview-sheet";
import type { SheetRows } from "./sheet";

/** Adds what has not been seen yet, each with the rubric's own words. */
export function addNotYetSeen(sheet: SheetRows, views: readonly DimensionView[], look: SheetLook): void {
  const unseen = notYetSeen(views);
  if (unseen.length === 0) return;
  sheet.add(section("Not yet seen"));
  sheet.wide(wrapped(notYetSeenNote, look.widthFrom(0), { textColor: ink.quiet }), look.across);
  for (const { indicator, hints } of unseen) {
    const words = [indicator.text, ...hints].filter(Boolean).join(" ");
    sheet.add(
      text(indicator.code, { fontWeight: "bold" }),
      text(indicator.title),
      wrapped(words, look.widthFrom(2), { columnSpan: look.across - 2 }),
      ...Array(look.across - 3).fill(null),
    );
  }
}

/** Adds the practices that were seen before, but not for the longest time. */
export function addLongestAgo(sheet: SheetRows, coverage: Coverage, views: readonly DimensionView[]): void {
  const ago = longestAgo(coverage, views);
  if (ago.length === 0) return;
  sheet.add(section("Seen before, longest ago"));
  for (const { indicator, lastSeen, meetingsSince } of ago) {
    sheet.add(
      text(indicator.code, { fontWeight: "bold" }),
      text(indicator.title),
      text(`Last seen ${day(lastSeen)}; ${count(meetingsSince, "meeting")} since.`),
    );
  }
}
