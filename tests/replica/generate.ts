import type { LineKind } from "../../core/index";
import type { Paragraph, ReplicaDocument, StyleRange, Tab } from "./document";
import { seeded } from "./seeded";

const SUBJECTS = [
  "The team",
  "Ms. Okafor",
  "Deepa",
  "Every fourth grader",
  "Our data person",
  "Room 12",
  "The new unit",
  "Wendell",
];
const VERBS = [
  "looked at",
  "brought",
  "agreed on",
  "will share",
  "did not get to",
  "compared",
  "wrote down",
  "asked about",
];
const OBJECTS = [
  "the exit slips on fractions",
  "common assessment results, 14 of 22 at target",
  "norms for the meeting",
  "the reading groups for next week",
  "who needs more time and what they get",
  "a SMART goal for the quarter",
  "student work from Tuesday",
  "the pacing guide (again)",
];
const ENDS = ["", ".", ", due Friday", " by Oct 3", " before the next meeting", "; nobody objected", " for 10 minutes"];
const HEADINGS = ["Norms", "Data", "Student work", "Next steps", "Celebrations", "Interventions", "Old business"];
const LINES_A_PAGE = 44;

/** About so many pages of meeting notes in one running document: headings, lists, prose, a table now and then. Repeatable. */
export function longDocument(pages: number, seed = 1): ReplicaDocument {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const sentence = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}${pick(ENDS)}`;
  const paragraphs: Paragraph[] = [];
  const add = (kind: LineKind, text: string, more: Partial<Paragraph> = {}) => paragraphs.push({ kind, text, ...more });
  let lines = 0;
  for (let meeting = 1; lines < pages * LINES_A_PAGE; meeting++) {
    add("heading", `Meeting ${meeting}, grade 4`, { depth: 1 });
    for (let section = 0; section < 4; section++) {
      add("heading", pick(HEADINGS), { depth: 2 });
      for (let at = 0; at < 6; at++) {
        const kind = pick(["para", "bullet", "bullet", "item"] as const);
        const list = kind === "para" ? {} : { depth: Math.floor(random() * 2) };
        add(kind, kind === "para" ? `${sentence()} ${sentence()}` : sentence(), list);
      }
    }
    if (meeting % 3 === 0)
      for (let at = 0; at < 9; at++)
        add("cell", at < 3 ? pick(HEADINGS) : sentence(), { row: Math.floor(at / 3), column: at % 3 });
    lines += meeting % 3 === 0 ? 56 : 42;
  }
  return { title: `Running notes, ${pages} pages`, tabs: [{ id: "t.0", title: "Notes", paragraphs }] };
}

/** One short tab for each thing that makes places hard to find. */
export function hardCases(): ReplicaDocument {
  const para = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({ kind: "para", text, ...more });
  const cell = (text: string, row: number, column: number): Paragraph => ({ kind: "cell", text, row, column });
  const tab = (title: string, paragraphs: readonly Paragraph[], depth = 0) => ({ title, paragraphs, depth });
  const tabs = [
    tab("Repeated sentences", [
      ...Array.from({ length: 12 }, () => para("We agreed on norms. We agreed on norms.")),
      para("We agreed on norms. Then we did not. We agreed on norms."),
    ]),
    tab("Tables", [
      para("Before the table"),
      ...[
        "Who",
        "What",
        "Who",
        "Deepa",
        "Deepa brings student work to the next meeting so that all can see it",
        "",
        "",
        "Deepa",
        "Wendell",
      ].map((text, at) => cell(text, Math.floor(at / 3), at % 3)),
      para("After the table"),
    ]),
    tab("Lists", [
      ...["First", "Second", "Third"].map((text): Paragraph => ({ kind: "item", text, depth: 0 })),
      { kind: "item", text: "1. looks like a marker but is text", depth: 1 },
      { kind: "bullet", text: "A bullet", depth: 0 },
      { kind: "bullet", text: "A bullet below it", depth: 1 },
      { kind: "bullet", text: "A task that is done", depth: 0, checked: true },
      { kind: "bullet", text: "A task that is not", depth: 0, checked: false },
    ]),
    tab(
      "Split runs",
      [
        split(
          "The data show that half of the class met the goal, and the other half needs more time with fractions on a number line.",
        ),
        split("Formative assessment every Friday"),
        para("E = mc2, and the 3rd of October", {
          styles: [styled(6, 7, { superscript: true }), styled(14, 16, { superscript: true })],
        }),
        para("Read the guide before you come", { styles: [styled(9, 14, { link: true })] }),
        para("Highlighted words stay readable", { styles: [styled(0, 11, { highlight: "#fff2cc" })] }),
        para("Bigger and in Courier", {
          styles: [styled(0, 6, { size: 18 }), styled(14, 21, { family: "Courier New", bold: true, italic: true })],
        }),
      ],
      1,
    ),
    tab("Other scripts", [
      para("הצוות סיכם על הנורמות"),
      para("We wrote הנורמות שלנו on the board"),
      para("اتفق الفريق على 3 قواعد for the meeting"),
      para("Zoë, Tomás, naïve café, İstanbul, 先生たちは目標を決めた。, 👩‍🏫 👍🏽"),
      para("zero\u200bwidth\u200bspaces and\u00a0no-break\u00a0spaces\tand a tab"),
    ]),
    tab("Hostile", [
      para('<img src=x onerror="window.pwned=1"> <script>window.pwned=1</script>'),
      para('=HYPERLINK("http://example.test","norms") +1 @SUM -1'),
      para("\u202eright to left override\u202c and \u2066isolates\u2069 \u200f\u200e"),
      para("</script><!-- ]]> {{norms}} \\u003c"),
    ]),
    tab("Very long paragraph", [para(words(20_000)), para("x".repeat(3_000)), para("A last short line")]),
    tab("Empty", []),
  ];
  return { title: "Hard cases", tabs: tabs.map((one, at): Tab => ({ id: `t.${at}`, ...one })) };
}

/** The same paragraph with its words in different styles, as people leave them. */
export function split(text: string): Paragraph {
  const styles: StyleRange[] = [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }, at) => {
    const style = [{ bold: true }, {}, { italic: true }, {}, {}][at % 5] ?? {};
    // Half a word: people select carelessly.
    return [styled(index, at % 2 ? index + Math.ceil(word.length / 2) : index + word.length, style)];
  });
  return { kind: "para", text, styles };
}

const styled = (start: number, end: number, style: StyleRange["style"]): StyleRange => ({ start, end, style });

function words(length: number): string {
  const random = seeded(7);
  let text = "";
  while (text.length < length)
    text += `${SUBJECTS[Math.floor(random() * SUBJECTS.length)]} ${OBJECTS[Math.floor(random() * OBJECTS.length)]} `;
  return text.slice(0, length);
}
