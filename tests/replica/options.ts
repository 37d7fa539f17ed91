/** What each option may be; a number may be anything in its range. The first is what it is unless said otherwise. */
const CHOICES = {
  /** Whether the editor is there as soon as the page is, or comes piece by piece as `boot()` brings it. */
  boots: ["at once", "when told"],
  /**
   * The annotation rects: `present` when the flag was set before the page ran; `absent` whatever the flag; `late` until
   * `arrive()` or ten seconds; `stale` frozen until a click; `spacing`: their labels differ from the text in spaces.
   */
  annotations: ["present", "absent", "late", "stale", "spacing"],
  /**
   * The annotated text: as above; `lags` some hundred milliseconds behind the edits, `hangs` never answers, `rejects` fails, `empty`
   * gives null as for an id not known.
   */
  text: ["present", "absent", "late", "stale", "lags", "hangs", "rejects", "empty"],
  /** Which element of the annotation layer carries the zoom. */
  zoomOn: ["rect", "svg"],
  /** Whether a canvas covers a band of its page only, and moves by copying itself; `auto`: above 100 % zoom. */
  blits: ["auto", "always", "never"],
  /** Whether what changes is shown in one frame, or apart: where pages stand, what is painted, and the rects, each a frame later. */
  frames: ["one", "apart"],
  /** Whether canvases are painted by functions of a frame that no script of this page has reached: nobody sees what is painted. */
  ink: ["own", "foreign"],
  /** What the switch in the toolbar says. What is typed is the same in both. */
  mode: ["Editing mode", "Suggesting mode"],
  /** Font of the text where no style names one; another one later is as when a font has loaded. */
  family: ["Arial", "Courier New", "Georgia", "Times New Roman", "DejaVu Sans"],
  /** Whether a second person's caret stands in the document. */
  colleague: [true, false],
} as const;

type Choices = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

/** How the page answers; each can be changed later through `window.__replica`, and set by a query of the same name. */
export interface Options extends Choices {
  /** 0.5 to 2. */
  readonly zoom: number;
}

export const DEFAULTS: Options = {
  boots: "at once",
  annotations: "present",
  text: "present",
  zoomOn: "rect",
  blits: "auto",
  frames: "one",
  ink: "own",
  mode: "Editing mode",
  family: "Arial",
  colleague: true,
  zoom: 1,
};

/** The options with those that a query names put over them; what an option may not be is left out. */
export function withQuery(options: Options, query: URLSearchParams): Options {
  const changed: Record<string, unknown> = { ...options };
  for (const [name, choices] of Object.entries(CHOICES)) {
    const given = choices.find((choice) => String(choice) === query.get(name));
    if (given !== undefined) changed[name] = given;
  }
  const zoom = Number(query.get("zoom"));
  if (zoom >= 0.5 && zoom <= 2) changed.zoom = zoom;
  return changed as unknown as Options;
}
