import { type ChildProcessByStdio, type SpawnOptions, spawn } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import { plcRubric } from "../../core/index";
import type { ModelFile } from "../../core/tagger/model";

export const root = join(import.meta.dirname, "../..");
export const samples = join(root, "cli/samples");
const bin = join(root, "cli/bin/plumbline.mjs");

/** How one run of the command line ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface How {
  /** What comes on standard input. */
  readonly input?: string;
  readonly cwd?: string;
  /** Added to the environment, which knows no wish for colours otherwise. */
  readonly env?: Readonly<Record<string, string>>;
}

type Running = ChildProcessByStdio<Writable, Readable, Readable>;

/** Runs `plumbline` as a person does, and waits for its end. */
export const plumbline = (args: readonly string[], how: How = {}): Promise<Ran> => ended(start([bin], args, how), how);

/**
 * Starts the command line with a model that tags nothing but the phrases of `knownRubric`, so that a test knows its tags
 * however the built-in model is trained.
 */
export async function startKnown(args: readonly string[], how: How = {}): Promise<Running> {
  built ??= buildKnown();
  const code = "const { main } = await import(process.argv[1]); process.exitCode = await main(process.argv.slice(2));";
  return start(["--input-type=module", "--eval", code, "--", await built], args, how);
}

/** Runs the command line with known tags, and waits for its end. */
export const known = async (args: readonly string[], how: How = {}): Promise<Ran> =>
  ended(await startKnown(args, how), how);

/** Waits for the end of a run. */
export async function ended(child: Running, { input = "" }: How = {}): Promise<Ran> {
  const out = textOf(child.stdout);
  const err = textOf(child.stderr);
  // A run that ends without reading its input is no fault of the test.
  child.stdin.on("error", () => {});
  if (!child.stdin.writableEnded) child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  // The first run after a change of the sources builds, and says so.
  return { code, out: out(), err: err().replace(/^Building …\n/, "") };
}

function start(before: readonly string[], args: readonly string[], how: How): Running {
  const { FORCE_COLOR: _force, NO_COLOR: _no, COLUMNS: _columns, ...env } = process.env;
  const options = {
    env: { ...env, ...how.env },
    stdio: ["pipe", "pipe", "pipe"],
    ...(how.cwd === undefined ? {} : { cwd: how.cwd }),
  } satisfies SpawnOptions;
  return spawn(process.execPath, [...before, ...args], options) as Running;
}

function textOf(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

const PHRASES: Readonly<Record<string, string>> = { SL3: "quokka walk", TP1: "wombat visit", CT4: "numbat dance" };

const knownModel: ModelFile = {
  version: "test",
  tags: { bias: Object.fromEntries(Object.keys(PHRASES).map((code) => [code, 0])), weights: {} },
  stance: { bias: { evidenced: 0, planned: 0, contrary: 0 }, weights: {}, byIndicator: {} },
  // A phrase in a line of a few words is found, in one of some twenty it is suggested.
  calibration: [
    [0, 0],
    [200, 0.6],
    [400, 0.9],
  ],
  tiers: { suggested: 0.5, found: 0.8 },
};

let built: Promise<string> | undefined;

async function buildKnown(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "cli/main.ts")],
    outfile: join(root, "dist/known-tags.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    write: false,
    plugins: [
      {
        name: "known model",
        setup: ({ onLoad }) => {
          onLoad({ filter: /[\\/]tagger[\\/]model\.json$/ }, () => ({
            contents: JSON.stringify(knownModel),
            loader: "json",
          }));
        },
      },
    ],
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild gave no file");
  const fresh = `${file.path}.${process.pid}`;
  writeFileSync(fresh, file.contents);
  renameSync(fresh, file.path);
  return file.path;
}

/** The text of a rubric file in which each of three indicators has a phrase that shows in no real notes. */
export const knownRubric: string = JSON.stringify({
  ...plcRubric,
  indicators: plcRubric.indicators.map((indicator) => {
    const phrase = PHRASES[indicator.code];
    return phrase === undefined ? indicator : { ...indicator, phrases: [phrase] };
  }),
});
