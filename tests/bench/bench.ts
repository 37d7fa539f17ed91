/**
 * `npm run bench [-- --json]`: the tagger against its peers, same text, same process, medians of interleaved rounds.
 * Ratios are what counts: absolute times mean little on a shared machine.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import nlp from "compromise";
import { buildSync } from "esbuild";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { createTagger, type Notes, plcRubric } from "../../core/index";
import { builtInVocabulary } from "../../core/tagger/vocabulary";
import { listGold, notesOf } from "../../training/gold";
import { coreBundle, READER } from "./core-bundle";

const root = process.cwd();
const ROUNDS = 9;
const meetings = ["test"]
  .flatMap((part) => listGold(join(root, "tests/corpus", part)))
  .filter(({ name }) => !/contrast|other/.test(name));
// As if read from files: strings that stand by themselves.
const notes = meetings.map((meeting) => JSON.parse(JSON.stringify(notesOf(meeting))) as Notes);
const text = JSON.parse(
  JSON.stringify(notes.map(({ lines }) => lines.map((line) => line.text).join("\n"))),
) as string[];
/** What counts as a token, for every peer alike: a run of letters, digits and apostrophes. */
const tokens = text.join("\n").match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0;

const wink = winkNLP(model, ["sbd", "pos"]);
const { its } = wink;

/** The vocabulary's phrases as one regular expression: the usual way to find many phrases. */
const alternation = new RegExp(
  `\\b(?:${[...new Set(Object.values(builtInVocabulary).flatMap(({ words }) => words))]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .replace(/[.*+?^${}()|[\]\\]/g, (found) => (found === "*" ? "[\\p{L}\\p{N}'’]*" : `\\${found}`))
        .replace(/#/g, "\\d+")
        .replace(/ /g, "[ -]"),
    )
    .join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] as number;

function timed(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const tagger = createTagger(plcRubric);
/** Peers that take very long get a part of the text; their times are scaled up by tokens. */
const part = (share: number) => text.slice(0, Math.max(1, Math.floor(text.length * share)));
const tokensIn = (texts: readonly string[]) => texts.join("\n").match(/[\p{L}\p{N}'’]+/gu)?.length ?? 1;
let sink = 0;
const contestants: Record<string, { texts: number; work: () => void }> = {
  plumbline: {
    texts: tokens,
    work: () => {
      for (const document of notes) sink += tagger.tag(document).tags.length;
    },
  },
  "wink-nlp": {
    texts: tokens,
    work: () => {
      for (const document of text) {
        const read = wink.readDoc(document).tokens();
        sink += read.out(its.pos as never).length + read.out(its.lemma as never).length;
      }
    },
  },
  compromise: (() => {
    const few = part(0.06);
    return {
      texts: tokensIn(few),
      work: () => {
        for (const document of few) sink += nlp(document).terms().length;
      },
    };
  })(),
  "regexp-alternation": (() => {
    const few = part(0.2);
    return {
      texts: tokensIn(few),
      work: () => {
        for (const document of few) for (const _ of document.matchAll(alternation)) sink++;
      },
    };
  })(),
};

const times: Record<string, number[]> = {};
for (let round = 0; round < ROUNDS + 2; round++) {
  for (const [name, { work }] of Object.entries(contestants)) {
    const seconds = timed(work);
    // The first two rounds warm up.
    if (round < 2) continue;
    times[name] ??= [];
    times[name].push(seconds);
  }
}
const speed = (name: string): number => (contestants[name]?.texts ?? 0) / median(times[name] ?? []);

/** Seconds to take in one changed line of a long document. */
function retagMilliseconds(): number {
  const lines = Array.from({ length: 6000 }, (_, at) => {
    const { lines } = notes[at % notes.length] as Notes;
    const line = lines[(at * 7) % lines.length];
    // Few of the lines are the same word for word, as in life.
    return { kind: line?.kind ?? "para", text: `${line?.text ?? ""} ${at}` } as const;
  });
  let tagged = tagger.tag({ type: "minutes", lines });
  const laps: number[] = [];
  for (let lap = 0; lap < 400; lap++) {
    const at = (lap * 977) % lines.length;
    const text = `sorted the exit tickets together, ${lap} of 22 got it`;
    const change = { at, removed: 1, inserted: [{ kind: "bullet" as const, text }] };
    laps.push(timed(() => (tagged = tagger.retag(tagged, change))) * 1000);
  }
  return median(laps.slice(50));
}

const { minified, gzipped } = coreBundle(root);
const reader = coreBundle(root, READER);
const startUp = median(Array.from({ length: 7 }, () => timed(() => createTagger(plcRubric)) * 1000));
const heap = (script: string) =>
  Number(execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], { encoding: "utf8" }));
const measure = (body: string) =>
  heap(`${body}; globalThis.gc(); process.stdout.write(String(Math.round(process.memoryUsage().rss / 1048576)))`);
const bundled = join(root, "dist/core-for-bench.mjs");
buildSync({ entryPoints: [join(root, "core/index.ts")], bundle: true, minify: true, outfile: bundled, format: "esm" });
const megabytes =
  measure(`const c = await import(${JSON.stringify(bundled)}); globalThis.t = c.createTagger(c.plcRubric)`) -
  measure("");

const round = (value: number, digits = 1) => Number(value.toFixed(digits));
const report = {
  tagger: {
    tokens,
    tokensPerSecond: Math.round(speed("plumbline")),
    peers: Object.fromEntries(
      Object.keys(contestants)
        .filter((name) => name !== "plumbline")
        .map((name) => [
          name,
          { tokensPerSecond: Math.round(speed(name)), ratio: round(speed("plumbline") / speed(name), 2) },
        ]),
    ),
    retag: { lines: 6000, milliseconds: round(retagMilliseconds(), 3) },
    startUpMilliseconds: round(startUp),
    memoryMegabytes: megabytes,
  },
  core: {
    minifiedKilobytes: round(minified / 1000),
    gzippedKilobytes: round(gzipped / 1000),
    readerGzippedKilobytes: round(reader.gzipped / 1000),
  },
};
if (process.argv.includes("--json")) console.log(JSON.stringify(report, null, 2));
else {
  const { tagger, core } = report;
  console.log(
    `full tagging   ${tagger.tokensPerSecond.toLocaleString("en")} tokens/s over ${tagger.tokens.toLocaleString("en")} tokens`,
  );
  for (const [name, peer] of Object.entries(tagger.peers)) {
    console.log(
      `  ${String(peer.ratio).padStart(7)} × ${name} (${peer.tokensPerSecond.toLocaleString("en")} tokens/s)`,
    );
  }
  console.log(`one line of ${tagger.retag.lines} re-tagged in ${tagger.retag.milliseconds} ms (median)`);
  console.log(`start-up ${tagger.startUpMilliseconds} ms, memory ${tagger.memoryMegabytes} MB`);
  console.log(
    `core with its data: ${core.minifiedKilobytes} kB minified, ${core.gzippedKilobytes} kB gzipped; the compact reader alone ${core.readerGzippedKilobytes} kB`,
  );
}
if (sink < 0) console.log(sink);
