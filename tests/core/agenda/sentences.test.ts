import { expect, test } from "vitest";
import { sentence } from "../../../core/agenda/sentences";
import { checkAgenda, plcRubric } from "../../../core/index";
import { labelledAgendas } from "./corpus";

test("a sentence is filled in as it stands, whatever the words are", () => {
  expect(sentence("oneLeader", { who: "$& {who}" })).toBe("$& {who} leads every item. Could someone else take one?");
});

test("no sentence about an agenda is left with a gap in it", () => {
  const said = labelledAgendas("open").flatMap(({ notes, history }) => {
    const { headline, cautions, findings } = checkAgenda(notes, plcRubric, history);
    return [headline, ...cautions, ...findings.flatMap((each) => [each.message, each.suggestion?.hint ?? ""])];
  });
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((text) => /\{\w+\}|undefined|NaN/.test(text))).toEqual([]);
});
