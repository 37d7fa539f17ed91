import { describe, expect, test } from "vitest";
import { plcRubric } from "../../../../core/index";
import { meetingParts, notesOf, panelLines } from "../../../../extension/services/panel/panel-lines";
import { practiceMap } from "../../../../extension/services/panel/practice-map";
import type { OpenedDocument } from "../../../../extension/services/panel/source";
import { line } from "../../notes";
import { opened } from "./opened";

const codes = new Set(plcRubric.indicators.map(({ code }) => code));
const heading = (text: string) => ({ ...line(text), kind: "heading" as const });
const meeting = (document: string, day: string) =>
  opened([heading(`Grade 4, ${day}`), line(`Sorted exit tickets, ${day}`, "SL3")], { document });

/** Where SL3 shows before the meeting that is looked at: the nth of this document, or all of it. */
function earlierThan(document: OpenedDocument, others: readonly OpenedDocument[], n?: number) {
  const part = n === undefined ? undefined : meetingParts(notesOf(document))[n];
  const rows = practiceMap({ document, lines: panelLines(document, codes), part }, others, plcRubric, ["SL"]);
  const cell = rows.flatMap(({ cells }) => cells).find(({ code }) => code === "SL3");
  return cell?.earlier.map(({ place, date }) => `${place.document} ${date}`);
}

describe("the earlier meetings on the map", () => {
  const others = [
    meeting("october", "Oct 1 2025"),
    meeting("december", "Dec 10 2025"),
    meeting("no-day", "tickets"),
    meeting("november", "Nov 5 2025"),
  ];

  test("are those before the one that is looked at, by the days in their heads", () => {
    expect(earlierThan(meeting("here", "Nov 19 2025"), others)).toEqual(["october 2025-10-01", "november 2025-11-05"]);
  });

  test("are all that have a day, where this one has none", () => {
    expect(earlierThan(meeting("here", "tickets"), others)).toHaveLength(3);
  });

  test("of a log are what stands in it and in other notes before that day, whichever of its meetings is looked at", () => {
    const log = opened(
      ["Oct 8 2025", "Nov 19 2025", "Dec 17 2025"].flatMap((day) => [
        heading(day),
        line(`Sorted tickets ${day}`, "SL3"),
      ]),
      { document: "log" },
    );
    expect(earlierThan(log, others, 0)).toEqual(["october 2025-10-01"]);
    expect(earlierThan(log, others, 1)).toEqual(["october 2025-10-01", "log 2025-10-08", "november 2025-11-05"]);
    expect(earlierThan(log, others)).toEqual(["october 2025-10-01", "november 2025-11-05", "december 2025-12-10"]);
  });
});
