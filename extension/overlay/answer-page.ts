import type { Host } from "../hosts/host";
import { samePlace } from "../place";
import { type DecisionInPlace, onMessage, type Place, type Result, type Trouble } from "../protocol";
import type { Overlay } from "./overlay";

interface Page {
  readonly host: Host;
  readonly overlay: Overlay;
  /** Hands the document to the background again. */
  publish(): void;
  /** Why it is not kept. */
  trouble(): Trouble | undefined;
  showMarks(shown: boolean): Promise<void>;
  decisionsChanged(decisions: readonly DecisionInPlace[]): void;
}

const absent = (message: string): Result<never> => ({
  ok: false,
  error: { code: "absent", message } satisfies Trouble,
});

/** Answers what the panel and the background ask of an open document. */
export function answerPage(
  { host, overlay, publish, trouble, showMarks, decisionsChanged }: Page,
  signal: AbortSignal,
): void {
  const elsewhere = (place: Place): Result<never> | undefined =>
    host.place && samePlace(host.place, place)
      ? undefined
      : absent("The document shows another tab now. Open this line's tab, then try again.");
  const stop = [
    onMessage("pageState", ({ data }) => {
      if (data?.missing) publish();
      return host.place
        ? { ok: true, value: { ...host.place, way: host.way, trouble: trouble() } }
        : absent("No document is open here.");
    }),
    onMessage("showMarks", async ({ data }) => {
      const shown = data.shown ?? !overlay.shown;
      await showMarks(shown);
      return { ok: true, value: { shown } };
    }),
    onMessage("reveal", ({ data }) => {
      const other = elsewhere(data);
      if (other) return other;
      const at = positionOf(host, data);
      if (at === undefined || !host.reveal(at)) return absent("This line is not in the document any more.");
      overlay.light(at);
      return { ok: true, value: undefined };
    }),
    onMessage("caretLine", async () => {
      const at = await host.caretLine();
      const line = at === undefined ? undefined : host.lines[at];
      if (at === undefined || !line || !host.place) return absent("The page does not tell where the cursor is.");
      return { ok: true, value: { ...host.place, line: at, text: line.line.text } };
    }),
    onMessage("decisionsChanged", ({ data }) => {
      if (!elsewhere(data)) decisionsChanged(data.decisions);
      return { ok: true, value: undefined };
    }),
  ];
  signal.addEventListener("abort", () => {
    for (const end of stop) end();
  });
}

/** The line that was asked for: by its words, nearest to where it stood when it was asked for. */
function positionOf(
  { lines }: Host,
  { line, text }: { readonly line: number; readonly text: string },
): number | undefined {
  if (lines[line]?.line.text === text) return line;
  let best: number | undefined;
  lines.forEach((other, at) => {
    if (other.line.text !== text) return;
    if (best === undefined || Math.abs(at - line) < Math.abs(best - line)) best = at;
  });
  return best;
}
