/** How the page answers; each can be changed later through `window.__replica`, and set by a query of the same name. */
export interface Options {
  /**
   * The annotation rects: `present` when the flag was set before the page ran; `absent` whatever the flag; `late` until
   * `arrive()` or two seconds; `stale` frozen until a click; `spacing`: their labels differ from the text in spaces.
   */
  readonly annotations: "present" | "absent" | "late" | "stale" | "spacing";
  /** The annotated text: as above; `hangs` never answers, `rejects` fails, `empty` gives null as for an id not known. */
  readonly text: "present" | "absent" | "late" | "stale" | "hangs" | "rejects" | "empty";
  /** 0.5 to 2. */
  readonly zoom: number;
  /** Which element of the annotation layer carries the zoom. */
  readonly zoomOn: "rect" | "svg";
  /** Whether a canvas covers a band of its page only, and moves by copying itself; `auto`: above 100 % zoom. */
  readonly blits: "auto" | "always" | "never";
  /** Whether a second person's caret stands in the document. */
  readonly colleague: boolean;
}

export const DEFAULTS: Options = {
  annotations: "present",
  text: "present",
  zoom: 1,
  zoomOn: "rect",
  blits: "auto",
  colleague: true,
};

/** The options with those that a query names put over them. */
export function withQuery(options: Options, query: URLSearchParams): Options {
  const changed: Record<string, unknown> = { ...options };
  for (const [name, value] of query) {
    if (!(name in DEFAULTS)) continue;
    const was = DEFAULTS[name as keyof Options];
    changed[name] = typeof was === "number" ? Number(value) : typeof was === "boolean" ? value === "true" : value;
  }
  return changed as unknown as Options;
}
