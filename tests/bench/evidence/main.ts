/**
 * `npm run bench:evidence [-- --json] [--documents N] [--keep FOLDER]`: tags a made-up district in a stream and sums it up with the
 * SQL views; says how many documents a second, how much memory over time, how many cores; then kills a run half-way, lets it go
 * on, and compares the bytes.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeDistrict } from "./district";
import { sumUp } from "./sum";
import { type Watched, watched } from "./watched";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    documents: { type: "string", default: "2000" },
    keep: { type: "string" },
    sum: { type: "string" },
  },
});
const root = process.cwd();
const program = join(root, "cli/bin/plumbline.mjs");
/** Documents of the run that is killed. */
const KILLED = 2000;

if (values.sum !== undefined) await sumUp(join(root, "warehouse"), values.sum);
else await bench(Number(values.documents));

async function bench(documents: number): Promise<void> {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), "plumbline-district-"));
  mkdirSync(folder, { recursive: true });
  try {
    const notes = join(folder, "district");
    const district = writeDistrict(notes, join(root, "tests/corpus/test"), documents);
    // Builds, where the sources have changed.
    await watched([program, "--version"]);
    const run = await watched([program, "evidence", notes, "--out", join(folder, "evidence.parquet")]);
    const summed = await watched([process.argv[1] as string, "--sum", folder]);
    const report = {
      documents: district.documents,
      teams: district.teams,
      megabytesOfNotes: Math.round(district.bytes / 1e6),
      tagging: figuresOf(run, documents),
      summing: figuresOf(summed, documents),
      killed: await killed(folder),
    };
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else print(report);
    if (run.code !== 0 || summed.code !== 0 || !report.killed.sameBytes) process.exitCode = 1;
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf({ code, seconds, processorSeconds, peakMegabytes, overTime }: Watched, documents: number) {
  return {
    code,
    seconds: Number(seconds.toFixed(1)),
    documentsPerSecond: Math.round(documents / seconds),
    coresUsed: Number((processorSeconds / seconds).toFixed(2)),
    peakMegabytes,
    peakMegabytesByTenthOfTheRun: overTime,
  };
}

/** Kills a run when some of its parts are done, lets it go on, and compares the result with that of a run left alone. */
async function killed(folder: string) {
  const notes = join(folder, "killed");
  writeDistrict(notes, join(root, "tests/corpus/test"), KILLED, 2);
  const args = (name: string) => [program, "evidence", notes, "--out", join(folder, name, "evidence.ndjson")];
  const parts = join(folder, "twice", ".evidence.ndjson.parts");
  const done = () => (existsSync(parts) ? readdirSync(parts).filter((name) => name.endsWith(".part")).length : 0);
  await watched(args("once"));
  const all = Math.ceil(KILLED / 40);
  const first = await watched(args("twice"), { killWhen: () => done() > all * 0.3 });
  const kept = done();
  const second = await watched(args("twice"));
  return {
    documents: KILLED,
    killed: first.code === null,
    partsKept: kept,
    partsInAll: all,
    code: second.code,
    sameBytes: (await digest(join(folder, "once"))) === (await digest(join(folder, "twice"))),
  };
}

/** All files of a folder in one number. */
async function digest(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    hash.update(`${name}\n`);
    for await (const piece of createReadStream(join(folder, name))) hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}

type Report = ReturnType<typeof figuresOf>;

function print(report: {
  documents: number;
  teams: number;
  megabytesOfNotes: number;
  tagging: Report;
  summing: Report;
  killed: Awaited<ReturnType<typeof killed>>;
}): void {
  const { tagging, summing, killed: stopped } = report;
  console.log(`${report.documents} documents of ${report.teams} teams, ${report.megabytesOfNotes} MB`);
  console.log(`tagged   ${tagging.documentsPerSecond} documents/s on ${tagging.coresUsed} cores, ${tagging.seconds} s`);
  console.log(
    `memory   peak ${tagging.peakMegabytes} MB; by tenth of the run ${tagging.peakMegabytesByTenthOfTheRun.join(" ")}`,
  );
  console.log(`summed   ${summing.seconds} s, peak ${summing.peakMegabytes} MB`);
  console.log(
    `killed   after ${stopped.partsKept} of ${stopped.partsInAll} parts, gone on with: ${stopped.sameBytes ? "the same bytes" : "OTHER BYTES"} as a run left alone`,
  );
}
