import fc from "fast-check";
import type { Line, Notes } from "../../../core/index";

const words = fc.constantFrom(
  "Welcome",
  "Norms",
  "Exit slips: sort into three piles",
  "Discuss student concerns",
  "Unit 3 quiz results by question",
  "Who needs reteaching",
  "Field trip buses",
  "Learning targets for unit 4",
  "Ana: book study, chapter 2",
  "Share how things are going",
  "Next steps",
  "Wrap-up",
  "Peer visits in March",
  "Fire drill",
);

interface Item {
  readonly text: string;
  readonly minutes: number | undefined;
}

const item: fc.Arbitrary<Item> = fc.record({
  text: words,
  minutes: fc.option(fc.integer({ min: 2, max: 30 }), { nil: undefined, freq: 4 }),
});

type Writer = (items: readonly Item[]) => Line[];

const timed = ({ text, minutes }: Item, write: (text: string, minutes: number) => string): string =>
  minutes === undefined ? text : write(text, minutes);

const list =
  (kind: Line["kind"], write: (text: string, minutes: number) => string): Writer =>
  (items) =>
    items.map((each) => ({ kind, text: timed(each, write), ...(kind === "bullet" ? { depth: 0 } : {}) }));

/** Paragraphs with and without a time side by side cannot be told from notes between items; so all have one or none. */
const paragraphs: Writer = (items) =>
  list(
    "para",
    (text, minutes) => `${text}, ${minutes} minutes`,
  )(
    items.some(({ minutes }) => minutes === undefined)
      ? items.map(({ text }) => ({ text, minutes: undefined }))
      : items,
  );

const table: Writer = (items) =>
  [
    ["Topic", "Minutes", "Who"],
    ...items.map(({ text, minutes }) => [text, minutes === undefined ? "" : String(minutes), "Bea"]),
  ].flatMap((cells, row) => cells.map((text, column): Line => ({ kind: "cell", text, row, column })));

const form: fc.Arbitrary<Writer> = fc.constantFrom(
  list("bullet", (text, minutes) => `${text} (${minutes} min)`),
  list("bullet", (text, minutes) => `${minutes} min: ${text}`),
  list("bullet", (text, minutes) => `${text} – ${minutes}'`),
  list("item", (text, minutes) => `${text} (${minutes} mins)`),
  paragraphs,
  table,
);

/** Any agenda: some items in one of the forms that teams use, under a head with or without the length of the meeting. */
export const anyAgenda: fc.Arbitrary<Notes> = fc
  .record({
    items: fc.uniqueArray(item, { minLength: 1, maxLength: 10, selector: ({ text }) => text }),
    form,
    head: fc.constantFrom("Room 22, 2:45–3:35", "Monday, 60 minutes", "Library"),
    level: fc.constantFrom(undefined, "grade", "subject", "school", "district", "network", "consortium"),
    model: fc.constantFrom(undefined, "dufour", "russo"),
    date: fc.constantFrom(undefined, "2026-02-25", "2025-12-17"),
  })
  .map(({ items, form: write, head, level, model, date }) => ({
    title: "PLC agenda",
    type: "agenda",
    lines: [{ kind: "heading", text: "PLC agenda", depth: 1 }, { kind: "para", text: head }, ...write(items)],
    ...(level ? { level } : {}),
    ...(model ? { model } : {}),
    ...(date ? { date } : {}),
  }));
