import type { RoundParts } from "../../../../extension/services/sync/round";
import type { SyncStore } from "../../../../extension/services/sync/sync-store";

/** One life of a browser's worker: it stops before everything that it awaits, until it is given a turn. */
export interface Life {
  /** Lets it do the next thing that it awaits, to the end. Gives whether it lives on. */
  step(): Promise<boolean>;
  /** Kills it where it stands: nothing after this happens, and what it held in memory is gone. */
  kill(): void;
}

/**
 * Starts work whose every request and every transaction waits for a turn. Only one thing runs at a time, so the order in which
 * several lives get their turns decides all that happens: the same order gives the same history.
 */
export function live(parts: RoundParts, work: (parts: RoundParts) => Promise<unknown>): Life {
  let dead = false;
  let start: (() => void) | undefined;
  let arrived: () => void = () => {};
  let ended = false;
  let failure: unknown;

  const turn = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    await new Promise<void>((resolve) => {
      start = resolve;
      arrived();
    });
    const outcome = await act().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    // The dead do not come back from what they awaited.
    if (dead) return new Promise(() => {});
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  };
  const store = Object.fromEntries(
    Object.entries(parts.store).map(([name, method]) => [
      name,
      (...given: readonly unknown[]) =>
        turn(() => (method as (...all: readonly unknown[]) => Promise<unknown>)(...given)),
    ]),
  ) as unknown as SyncStore;
  const own: RoundParts = {
    ...parts,
    store,
    // The answer is read within the turn: a body that is cut off belongs to it.
    fetch: (...given) =>
      turn(async () => {
        const response = await parts.fetch(...given);
        const body = await response.arrayBuffer().catch(() => new TextEncoder().encode('{"cut'));
        return new Response(response.status === 204 ? null : body, response);
      }),
    token: (refused) => turn(() => parts.token(refused)),
  };

  const waits = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });
  let ready = waits();
  const end = (error?: unknown) => {
    ended = true;
    failure ??= error;
    arrived();
  };
  work(own).then(() => end(), end);

  return {
    step: async () => {
      await ready;
      if (!ended && !dead) {
        ready = waits();
        start?.();
        await ready;
      }
      if (failure !== undefined) throw failure;
      return !ended && !dead;
    },
    kill: () => {
      dead = true;
      arrived();
    },
  };
}
