/**
 * `node tests/bench/agenda.mjs`: how long the check of an agenda of 40 items against 200 meetings takes, in milliseconds.
 * The median of many rounds, after a first one that makes the tagger. Absolute times mean little on a shared machine.
 */
import {
  checkAgenda,
  coverageOf,
  type Line,
  type Notes,
  plcRubric,
  type Tag,
  type TaggedNotes,
} from "../../core/index";

const ROUNDS = 50;
const codes = plcRubric.indicators.map(({ code }) => code);
const tagOf = (indicator: string): Tag => ({
  ...{ indicator, stance: "evidenced", confidence: 0.9, tier: "found", evidence: [], why: "Made.", reader: "compact" },
});

const day = (n: number): string => new Date(Date.UTC(2021, 0, 7 * (n + 1))).toISOString().slice(0, 10);
/** Five years of weekly meetings: 30 lines each with two tags, and five promises. */
const meetings = Array.from({ length: 200 }, (_, n) => {
  const lines: Line[] = [
    ...Array.from(
      { length: 30 },
      (_each, at): Line => ({ kind: "bullet", text: `note ${n} ${at} on fractions, slips and what came of it` }),
    ),
    { kind: "heading", text: "Next steps", depth: 1 },
    ...["Ana", "Ben", "Cleo", "Dev", "Ema"].map(
      (who): Line => ({ kind: "bullet", text: `${who}: bring the papers of week ${n}` }),
    ),
  ];
  const notes: Notes = { title: "PLC", date: day(n), lines };
  const tagged: TaggedNotes = {
    notes,
    type: "minutes",
    tags: lines.map((_line, at) =>
      at < 30 ? [tagOf(codes[(n + at) % 20] as string), tagOf(codes[(n * at) % 20] as string)] : [],
    ),
    headings: lines.map((_line, at) => (at > 30 ? ["Next steps"] : [])),
    template: lines.map(() => false),
    votes: 0,
  };
  return { source: `${n}.md`, tagged };
});
const history = coverageOf(meetings, plcRubric, "Grade 4");

const words = [
  "Welcome and norms",
  "Exit slips: sort into three piles",
  "Unit 3 quiz results by question",
  "Who needs reteaching",
  "Bus duty",
  "Discuss what we saw in the visits",
  "Learning targets for unit 4",
  "Next steps",
];
const agenda: Notes = {
  title: "Grade 4 PLC agenda",
  date: day(201),
  level: "grade",
  model: "dufour",
  lines: [
    { kind: "heading", text: "Grade 4 PLC agenda", depth: 1 },
    { kind: "para", text: "Room 22, 8:00–14:00" },
    ...Array.from(
      { length: 40 },
      (_, at): Line => ({
        kind: "bullet",
        depth: 0,
        text: `${words[at % words.length]}, part ${at} (${5 + (at % 3) * 5} min) – Ana`,
      }),
    ),
  ],
};

/** Milliseconds of this process's own time, so that what else runs on the machine counts less. */
const timed = (): number => {
  const start = process.cpuUsage();
  checkAgenda(agenda, plcRubric, history);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const first = timed();
const times = Array.from({ length: ROUNDS }, timed).sort((a, b) => a - b);
process.stdout.write(
  `agenda of 40 items against 200 meetings: ${(times[ROUNDS >> 1] as number).toFixed(1)} ms (first ${first.toFixed(0)} ms, with the tagger made)\n`,
);
