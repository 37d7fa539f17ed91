import type { CDPSession } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly type?: string } };
}

/** What the extension's scripts did in a stretch of time, as Chromium's own trace has it. Milliseconds. */
export interface Share {
  /** For each key pressed: the time spent in our scripts until the frame that shows it is painted, marks and all. */
  readonly byKey: readonly number[];
  /** The longest time that one call from the browser spent in our scripts. */
  readonly longest: number;
}

/**
 * Traces a page while something is done in it. A call from the browser counts with what it ran in the extension's files, and with what no file is
 * named for, which is where the trace leaves what follows an `await`; some of that may be the page's own.
 */
export async function ourShare(session: CDPSession, extensionId: string, work: () => Promise<void>): Promise<Share> {
  const traced: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => {
    for (const event of value as TraceEvent[]) traced.push(event);
  };
  session.on("Tracing.dataCollected", collect as never);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "v8"] },
  } as never);
  await work();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect as never);

  const events = ofThePage(traced);
  const called = events.filter(({ name }) => name === "FunctionCall" || name === "EvaluateScript");
  const isOurs = ({ args }: TraceEvent) => args?.data?.url?.startsWith(`chrome-extension://${extensionId}/`) ?? false;
  const tops = outermost(events.filter(({ name }) => name === "v8.callFunction" || name === "EvaluateScript"));
  const byTop = groupedBy(tops, called).flatMap(({ top, within }) => {
    const ours = outermost(within.filter(isOurs));
    const [first] = ours;
    if (!first) return [];
    const unnamed = Math.max(0, (top.dur ?? 0) - total(outermost(within)));
    return [{ ts: first.ts, dur: total(ours) + unnamed }];
  });
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
    return byTop.reduce((sum, { ts, dur }) => (ts >= from && ts < to ? sum + dur / 1000 : sum), 0);
  });
  return { byKey, longest: byTop.reduce((most, { dur }) => Math.max(most, dur / 1000), 0) };
}

/** The events of the one thread that paints. */
function ofThePage(events: readonly TraceEvent[]): TraceEvent[] {
  const frames = new Map<string, number>();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  for (const event of events)
    if (event.name === "FireAnimationFrame") frames.set(threadOf(event), (frames.get(threadOf(event)) ?? 0) + 1);
  const [most] = [...frames].sort(([, a], [, b]) => b - a)[0] ?? [];
  return events.filter((event) => threadOf(event) === most);
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

const total = (calls: readonly TraceEvent[]): number => calls.reduce((sum, { dur = 0 }) => sum + dur, 0);

/** The calls that lie within each of `tops`, which are in order of time. */
function groupedBy(tops: readonly TraceEvent[], calls: readonly TraceEvent[]) {
  const inOrder = [...calls].sort((a, b) => a.ts - b.ts);
  let at = 0;
  return tops.map((top) => {
    const end = top.ts + (top.dur ?? 0);
    while (at < inOrder.length && (inOrder[at]?.ts ?? 0) < top.ts) at++;
    const within: TraceEvent[] = [];
    for (; at < inOrder.length && (inOrder[at]?.ts ?? 0) < end; at++) within.push(inOrder[at] as TraceEvent);
    return { top, within };
  });
}
