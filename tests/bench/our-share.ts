import type { CDPSession } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly type?: string } };
}

/** What the extension's scripts did in a stretch of time, as Chromium's own trace has it. Milliseconds. */
export interface Share {
  /** For each key pressed: the time spent in our scripts until the frame that shows it is painted, marks and all. */
  readonly byKey: readonly number[];
  /** The longest call into our scripts. */
  readonly longest: number;
}

/** Traces a page while something is done in it. Times are of calls from the browser into the extension's files. */
export async function ourShare(session: CDPSession, extensionId: string, work: () => Promise<void>): Promise<Share> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => {
    for (const event of value as TraceEvent[]) events.push(event);
  };
  session.on("Tracing.dataCollected", collect as never);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline"] },
  } as never);
  await work();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect as never);

  const ours = outermost(
    events.filter(
      ({ name, args }) =>
        (name === "FunctionCall" || name === "EvaluateScript") &&
        args?.data?.url?.startsWith(`chrome-extension://${extensionId}/`),
    ),
  );
  const keys = events
    .filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown")
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const times = (names: readonly string[]) =>
    events
      .filter(({ name }) => names.includes(name))
      .map(({ ts }) => ts)
      .sort((a, b) => a - b);
  const frames = times(["FireAnimationFrame"]);
  const paints = times(["PrePaint", "Paint", "Layerize", "Commit"]);
  const byKey = keys.map((from) => {
    const frame = frames.find((ts) => ts > from) ?? from;
    const to = paints.find((ts) => ts > frame) ?? Number.POSITIVE_INFINITY;
    return ours.reduce((sum, { ts, dur = 0 }) => (ts >= from && ts < to ? sum + dur / 1000 : sum), 0);
  });
  return { byKey, longest: ours.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0) };
}

/** Calls that are not within another of them. */
function outermost(calls: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return [...calls]
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
