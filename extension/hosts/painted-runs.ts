import type { TextMeasure } from "./measure";
import { ASK_PAINT, PAINT, PAINTED } from "./message-names";
import { type PaintedText, type PaintNews, paintNews, readMessage } from "./messages";
import { type PageFrame, within } from "./page-frame";
import { type Run, runOf } from "./runs";

/** What is known of a canvas. */
interface Canvas {
  version: number;
  readonly texts: Map<number, PaintedText>;
  /** Those of the texts that were placed, while the canvas stands where it stood: `place` says where. */
  readonly runs: Map<number, Run | undefined>;
  place: string;
}

/** The runs that are painted on the pages' canvases, as the script in the page writes them down: kept up by what changes. */
export class PaintedRuns {
  private canvases = new WeakMap<EventTarget, Canvas>();

  constructor(
    document: Document,
    private readonly text: TextMeasure,
    signal: AbortSignal,
  ) {
    document.addEventListener(PAINTED, (event) => this.hear(event), { signal });
  }

  /** The runs on a page's canvases. */
  of(page: HTMLElement, frame: PageFrame): Run[] {
    const found: Run[] = [];
    for (const canvas of page.querySelectorAll("canvas")) {
      const seen = canvas.getBoundingClientRect();
      if (!canvas.width || !seen.width) continue;
      const known = this.canvases.get(canvas) ?? this.ask(canvas);
      if (!known) continue;
      const ratio = seen.width / canvas.width;
      const { left, top } = within(frame, seen);
      const place = `${left} ${top} ${ratio} ${frame.scale}`;
      if (place !== known.place) known.runs.clear();
      known.place = place;
      for (const [id, painted] of known.texts) {
        let run = known.runs.get(id);
        if (!run && !known.runs.has(id)) {
          run = this.runOf(painted, left, top, ratio / frame.scale);
          known.runs.set(id, run);
        }
        if (run) found.push(run);
      }
    }
    return found;
  }

  /** What was measured may be wrong: all is placed anew. */
  forget(): void {
    this.canvases = new WeakMap();
  }

  private runOf({ text, font, x, y, scale }: PaintedText, left: number, top: number, ratio: number): Run | undefined {
    const size = scale * ratio;
    const { above, below } = this.text.heights(font);
    return runOf({
      text,
      font,
      left: left + x * ratio,
      top: top + y * ratio - above * size,
      width: this.text.measure(font, text) * size,
      height: (above + below) * size,
    });
  }

  /** A change that does not follow on what is known was forged, or one before it was lost: all is asked for when it is needed. */
  private hear(event: Event): void {
    const known = event.target && this.canvases.get(event.target);
    if (!known) return;
    const news = readMessage(event, paintNews);
    if (news && news.version === known.version + 1) take(known, news);
    else this.canvases.delete(event.target);
  }

  /** The answer comes before `dispatchEvent` returns. Any script of the page could have sent it: it is checked. */
  private ask(canvas: HTMLCanvasElement): Canvas | undefined {
    let answer: PaintNews | undefined;
    const hear = (event: Event) => {
      if (event.target === canvas) answer = readMessage(event, paintNews) ?? answer;
    };
    canvas.addEventListener(PAINT, hear);
    canvas.dispatchEvent(new CustomEvent(ASK_PAINT));
    canvas.removeEventListener(PAINT, hear);
    if (!answer) return undefined;
    const known = { version: 0, texts: new Map(), runs: new Map(), place: "" };
    take(known, answer);
    this.canvases.set(canvas, known);
    return known;
  }
}

function take(known: Canvas, { version, gone, fresh }: PaintNews): void {
  known.version = version;
  for (const id of gone) {
    known.texts.delete(id);
    known.runs.delete(id);
  }
  for (const painted of fresh) known.texts.set(painted.id, painted);
}
