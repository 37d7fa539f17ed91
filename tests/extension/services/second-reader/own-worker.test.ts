import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Work } from "../../../../extension/services/second-reader/boundary";
import { ownWorker } from "../../../../extension/services/second-reader/own-worker";

class FakeWorker {
  static started: FakeWorker[] = [];
  onerror: (() => void) | null = null;
  ended = false;
  readonly got: unknown[] = [];
  constructor() {
    FakeWorker.started.push(this);
  }
  postMessage(work: unknown, [port]: readonly unknown[]): void {
    if (this.ended) throw new Error("It was ended.");
    this.got.push([work, port]);
  }
  terminate(): void {
    this.ended = true;
  }
}

const work = { lines: [] } as unknown as Work;
const start = () => new FakeWorker() as unknown as Worker;
const portOf = () => {
  const said: unknown[] = [];
  return { port: { postMessage: (message: unknown) => said.push(message) } as unknown as MessagePort, said };
};

beforeEach(() => {
  FakeWorker.started = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("no worker runs until there is work, which is heard at once and handed on with its port", () => {
  const owner = ownWorker(start);
  expect(FakeWorker.started).toEqual([]);
  const { port, said } = portOf();
  owner.pass(work, port);
  owner.pass(work, port);
  expect(said).toEqual([{ is: "heard" }, { is: "heard" }]);
  expect(FakeWorker.started.map(({ got }) => got)).toEqual([[[work, port], [work, port]]]); // biome-ignore format: one worker
});

test("after five minutes without work the worker is ended, once, and starts again with the next work", async () => {
  const idle = vi.fn();
  const owner = ownWorker(start, idle);
  owner.pass(work, portOf().port);
  await vi.advanceTimersByTimeAsync(299_000);
  owner.pass(work, portOf().port);
  await vi.advanceTimersByTimeAsync(299_000);
  expect([FakeWorker.started[0]?.ended, idle.mock.calls.length]).toEqual([false, 0]);
  await vi.advanceTimersByTimeAsync(1000);
  expect([FakeWorker.started[0]?.ended, idle.mock.calls.length]).toEqual([true, 1]);
  owner.pass(work, portOf().port);
  expect(FakeWorker.started).toHaveLength(2);
});

test("a worker that broke is replaced", () => {
  const owner = ownWorker(start);
  owner.pass(work, portOf().port);
  FakeWorker.started[0]?.onerror?.();
  owner.pass(work, portOf().port);
  expect(FakeWorker.started.map(({ ended }) => ended)).toEqual([true, false]);
});

test("one that is stopped does not come back by itself", async () => {
  const idle = vi.fn();
  const owner = ownWorker(start, idle);
  owner.pass(work, portOf().port);
  owner.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect([FakeWorker.started.length, idle.mock.calls.length]).toEqual([1, 0]);
});
