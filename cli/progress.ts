import { progress } from "@clack/prompts";

/** Work shorter than this many files shows no bar. */
const WORTH_A_BAR = 12;

export interface Bar {
  /** Says that so many more files are done; one unless told. */
  step(what: string, files?: number): void;
  done(what: string): void;
}

/** A progress bar on standard error for long work, where a person is looking; otherwise silent. */
export function progressBar(total: number, title: string): Bar {
  if (total < WORTH_A_BAR || !process.stderr.isTTY) return { step: () => {}, done: () => {} };
  const bar = progress({ max: total, output: process.stderr, style: "block", cancelMessage: "Stopped." });
  bar.start(title);
  return { step: (what, files = 1) => bar.advance(files, what), done: (what) => bar.stop(what) };
}
