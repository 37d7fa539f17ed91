import { seeded } from "../seeded";
import type { Control } from "./control";

type Pick = (below: number) => number;

const WORDS = ["norms", " we agreed ", "data, ", "Friday", " and ", "the exit slips ", "x", " \u200b", "é😀", "."];
const ZOOMS = [0.5, 0.75, 0.9, 1, 1.25, 1.5, 2];

/** What happens to a document while it is open. Each does one thing and says which. */
const ACTS: readonly ((control: Control, line: number, length: number, pick: Pick) => string)[] = [
  ({ insert }, line, length, pick) => {
    insert(line, pick(length + 1), WORDS[pick(WORDS.length)] ?? "");
    return "insert";
  },
  ({ colleagueInserts }, line, length, pick) => {
    colleagueInserts(line, pick(length + 1), WORDS[pick(WORDS.length)] ?? "");
    return "another person inserts";
  },
  ({ remove }, line, length, pick) => {
    const start = pick(length + 1);
    remove(line, start, start + pick(length - start + 1));
    return "remove";
  },
  ({ split }, line, length, pick) => {
    split(line, pick(length + 1));
    return "split";
  },
  ({ join }, line) => (join(line) ? "join" : "cannot join"),
  ({ format }, line, length, pick) => {
    const start = pick(length + 1);
    format(line, start, start + pick(length - start + 1), { bold: pick(2) === 0, italic: pick(2) === 0 });
    return "format";
  },
  ({ comment, clearComments }, line, length, pick) => {
    if (pick(3) === 0) clearComments();
    else comment(line, 0, pick(length + 1));
    return "comment";
  },
  ({ colleagueAdds, lines }, line, _length, pick) => {
    // A sentence that stands elsewhere already.
    colleagueAdds(line, [{ kind: "para", text: lines()[pick(lines().length)]?.text ?? "" }]);
    return "another person repeats a line";
  },
  ({ scroll, scrollTo }, _line, _length, pick) => {
    scrollTo(pick(Math.max(1, scroll().height - scroll().view)));
    return "scroll far";
  },
  ({ scroll, scrollTo }, _line, _length, pick) => {
    scrollTo(scroll().top + pick(401) - 200);
    return "scroll near";
  },
  ({ set }, _line, _length, pick) => {
    set({ zoom: ZOOMS[pick(ZOOMS.length)] ?? 1 });
    return "zoom";
  },
];

/** Does one thing to a line that is in view or near it; the same seed does the same to the same document. Says what it did. */
export function act(control: Control, near: number, seed: number): string {
  const random = seeded(seed);
  const pick: Pick = (below) => Math.floor(random() * below);
  const last = control.lines().length - 1;
  const line = Math.max(0, Math.min(last, near + pick(60) - 10));
  const doIt = ACTS[pick(ACTS.length)] as (typeof ACTS)[number];
  return `${doIt(control, line, control.lines()[line]?.text.length ?? 0, pick)} (line ${line}, seed ${seed})`;
}
