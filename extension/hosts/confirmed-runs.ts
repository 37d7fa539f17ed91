import type { TextMeasure } from "./measure";
import type { Run } from "./runs";

/** CSS pixels by which a painted text may stand off the rectangle that names it. */
const OFF = 3;

/**
 * The runs of the annotation layer that the canvas bears out: the same letters in the same place. The layer can lag behind
 * the canvas, and then its rectangles stand on other words than they name.
 */
export function confirmedRuns(named: readonly Run[], painted: readonly Run[], measure: TextMeasure["measure"]): Run[] {
  // By rows of a few pixels, so that each run looks at its own row only.
  const rows = new Map<number, Run[]>();
  for (const run of painted) {
    for (let row = rowOf(run.top); row <= rowOf(run.top + run.height); row++) {
      const own = rows.get(row);
      if (own) own.push(run);
      else rows.set(row, [run]);
    }
  }
  return named.filter((run) =>
    rows.get(rowOf(run.top + run.height / 2))?.some((there) => bearsOut(there, run, measure)),
  );
}

const rowOf = (y: number): number => Math.floor(y / 8);

function bearsOut(painted: Run, named: Run, measure: TextMeasure["measure"]): boolean {
  const middle = named.top + named.height / 2;
  if (middle < painted.top || middle > painted.top + painted.height) return false;
  if (painted.visible === named.visible) return Math.abs(painted.left - named.left) < OFF;
  if (painted.visible.includes(named.visible)) return standsIn(painted, named, measure);
  return named.visible.includes(painted.visible) && standsIn(named, painted, measure);
}

/** Whether a shorter run stands where the same letters are in a longer one. */
function standsIn(longer: Run, shorter: Run, measure: TextMeasure["measure"]): boolean {
  const text = shorter.text.trim();
  const full = measure(longer.font, longer.text);
  for (let at = longer.text.indexOf(text); at >= 0 && full > 0; at = longer.text.indexOf(text, at + 1)) {
    const left = longer.left + (measure(longer.font, longer.text.slice(0, at)) / full) * longer.width;
    const lead = measure(shorter.font, shorter.text.slice(0, shorter.text.indexOf(text)));
    if (Math.abs(left - shorter.left - lead) < OFF) return true;
  }
  return false;
}
