import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { plcRubric } from "../../core/index";
import type { ModelFile } from "../../core/tagger/model";
import { WEIGHTS } from "../../core/tagger/network-file";
import { ended, type How, type Ran, type Running, root, start } from "./plumbline";

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

/** Lines that are tagged SL3 (found), TP1 (suggested), CT4 and SL3 (found) at 3, 6 and 7, with blank ones between. */
export const SHORT = "Kim and Lou: quokka walk, 12 of 22";
export const LONG = `We had a wombat visit ${"and then we spoke of the weather and of lunch ".repeat(3)}`.trim();
export const TEXT = `Grade 4, 3 October 2025\n\n\n${SHORT}\nnothing here\n\n${LONG}\nnumbat dance, then a quokka walk\n`;

/** What can steer a terminal; line feeds are the program's own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what tests look for.
export const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const PHRASES: Readonly<Record<string, string>> = { SL3: "quokka walk", TP1: "wombat visit", CT4: "numbat dance" };

/** Four weights that say nothing. */
const SILENT = (WEIGHTS[WEIGHTS.length >> 1] as string).repeat(4);

const knownModel: ModelFile = {
  version: "test",
  network: {
    steps: { features: 1, tags: 1, stance: 1 },
    // Every unit is silent: only the team's own phrases speak.
    hiddenBias: [0, 0, 0, 0],
    features: {},
    tags: Object.fromEntries(Object.keys(PHRASES).map((code) => [code, { bias: 0, weights: SILENT }])),
    stance: {},
  },
  // A phrase in a line of a few words is found, in one of some twenty it is suggested.
  calibration: [
    [0, 0],
    [270, 0.6],
    [530, 0.9],
  ],
  tiers: { suggested: 0.5, found: 0.8 },
};

/** The text of a rubric file in which each of three indicators has a phrase that shows in no real notes. */
export const knownRubric: string = JSON.stringify({
  ...plcRubric,
  indicators: plcRubric.indicators.map((indicator) => {
    const phrase = PHRASES[indicator.code];
    return phrase === undefined ? indicator : { ...indicator, phrases: [phrase] };
  }),
});

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
  mkdirSync(dirname(file.path), { recursive: true });
  const fresh = `${file.path}.${process.pid}`;
  writeFileSync(fresh, file.contents);
  renameSync(fresh, file.path);
  return file.path;
}
