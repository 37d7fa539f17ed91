import { progress } from "@clack/prompts";

/** Work shorter than this many steps shows no bar. */
const WORTH_A_BAR = 12;

export interface Bar {
  step(what: string): void;
  done(what: string): void;
}

const SILENT: Bar = { step: () => {}, done: () => {} };

/** A progress bar on standard error for long work of so many steps, where a person is looking; otherwise silent. */
export function progressBar(total: number, title: string, worth = WORTH_A_BAR): Bar {
  if (total < worth || !process.stderr.isTTY) return SILENT;
  const bar = progress({ max: total, output: process.stderr, style: "block" });
  bar.start(title);
  return { step: (what) => bar.advance(1, what), done: (what) => bar.stop(what) };
}
