import { progress } from "@clack/prompts";

/** Work shorter than this many steps shows no bar. */
const WORTH_A_BAR = 12;

export interface Bar {
  /** Says that so many more files are done; one unless told. */
  step(what: string, files?: number): void;
  done(what: string): void;
}

const SILENT: Bar = { step: () => {}, done: () => {} };

/** A progress bar on standard error for long work of so many steps, where a person is looking; otherwise silent. */
export function progressBar(total: number, title: string, worth = WORTH_A_BAR): Bar {
  if (total < worth || !process.stderr.isTTY) return SILENT;
  const bar = progress({ max: total, output: process.stderr, style: "block", cancelMessage: "Stopped." });
  bar.start(title);
  return { step: (what, files = 1) => bar.advance(files, what), done: (what) => bar.stop(what) };
}
