import type { Round } from "./round";

export interface SenderParts {
  /** One exchange with the workbook. */
  round(asked: boolean): Promise<Round>;
  /** Runs work while no other window of this browser does the same, and waits for that. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Hears how each exchange went. */
  went(round: Round): void | Promise<void>;
}

/** Exchanges with the workbook, one at a time whatever asks for it. */
export function createSender({ round, alone, went }: SenderParts) {
  let waiting: Promise<Round> | undefined;
  const run = async (asked: boolean): Promise<Round> => {
    const answer = await alone(() => {
      // What is decided from here on needs a round of its own.
      waiting = undefined;
      return round(asked);
    });
    await went(answer);
    return answer;
  };
  return {
    /** A round soon, for whatever waits by then. */
    send: (): Promise<Round> => {
      waiting ??= run(false);
      return waiting;
    },
    /** A round that a person asked for, whatever was agreed on waiting. */
    sendNow: (): Promise<Round> => run(true),
  };
}

export type Sender = ReturnType<typeof createSender>;
