import { type ChildProcessByStdio, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { vi } from "vitest";

// A run takes a third of a second, but a busy machine may take its time, and the first run builds.
vi.setConfig({ testTimeout: 30_000 });

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

export type Running = ChildProcessByStdio<Writable, Readable, Readable>;

/** Runs `plumbline` as a person does, and waits for its end. */
export const plumbline = (args: readonly string[], how: How = {}): Promise<Ran> => ended(start([bin], args, how), how);

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

/** Starts Node in a clean environment with standard input held open. */
export function start(before: readonly string[], args: readonly string[], how: How): Running {
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
