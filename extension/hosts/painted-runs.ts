import type { TextMeasure } from "./measure";
import { ASK_PAINT, PAINT } from "./message-names";
import { paintAnswer, readMessage } from "./messages";
import { frameOf, within } from "./page-frame";
import { type Run, runOf } from "./runs";

/** The runs that are painted on a page's canvases, as the script in the page has written them down. */
export function paintedRuns(page: HTMLElement, { measure, heights }: TextMeasure): Run[] {
  const frame = frameOf(page);
  const runs: Run[] = [];
  for (const canvas of page.querySelectorAll("canvas")) {
    const seen = canvas.getBoundingClientRect();
    if (!canvas.width || !seen.width) continue;
    const ratio = seen.width / canvas.width;
    for (const { text, font, x, y, scale } of askPaint(canvas)) {
      const size = scale * ratio;
      const { above, below } = heights(font);
      const run = runOf({
        text,
        font,
        ...within(frame, {
          left: seen.left + x * ratio,
          top: seen.top + y * ratio - above * size,
          width: measure(font, text) * size,
          height: (above + below) * size,
        }),
      });
      if (run) runs.push(run);
    }
  }
  return runs;
}

/** The answer comes before `dispatchEvent` returns. Any script of the page could have sent it: it is checked. */
function askPaint(canvas: HTMLCanvasElement) {
  let answer: ReturnType<typeof readMessage<typeof paintAnswer>>;
  const hear = (event: Event) => {
    if (event.target === canvas) answer = readMessage(paintAnswer, event);
  };
  canvas.addEventListener(PAINT, hear);
  canvas.dispatchEvent(new CustomEvent(ASK_PAINT));
  canvas.removeEventListener(PAINT, hear);
  return answer ?? [];
}
