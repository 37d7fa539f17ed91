import { expect, test } from "vitest";
import { checkAgenda, notesFromText, plcRubric } from "../../../core/index";

test("an agenda gives its items, where the time goes and one line on top", () => {
  const check = checkAgenda(
    {
      ...notesFromText(
        "Grade 4 PLC agenda\n2:45–3:35, room 22\n\n- Welcome (5 min)\n- Exit slips: sort into three piles (20 min) – Ana\n- Bus duty roster (5 min)\n- Next steps: who does what by when (5 min)\n",
      ),
      level: "grade",
    },
    plcRubric,
  );
  expect(check.items.map(({ line, minutes, kind }) => [line, minutes, kind])).toEqual([
    [3, 5, "opening"],
    [4, 20, "work"],
    [5, 5, "logistics"],
    [6, 5, "closing"],
  ]);
  expect(check.items[1]?.owners).toEqual(["Ana"]);
  expect(check.minutes).toMatchObject({ total: 35, meeting: 50, left: 15, logistics: 5 });
  expect(check.level).toBe("grade");
  expect(check.headline).toContain("35 minutes");
});
