import type { ItemKind, Promised } from "./agenda-check";
import { begins, plain, says } from "./words";

/** Practices that an opening or a closing shows and that make it no work item. */
const FRAME = new Set(["SB1", "CT1", "CT6", "TP3", "TP6"]);
/** Words of an item beyond which it is no mere break or opening. */
const SHORT = 4;

/** What an item is there for. `place` is where it stands among the items, from 0 to below 1. */
export function kindOf(text: string, below: readonly string[], promises: readonly Promised[], place: number): ItemKind {
  const words = plain(text);
  const sure = promises.filter(({ tier }) => tier === "found").map(({ indicator }) => indicator);
  const learning = sure.some((code) => !FRAME.has(code));
  if (begins("break", words) && words.split(" ").length <= SHORT && !learning) return "break";
  if (place < 0.4 && begins("opening", words) && !learning) return "opening";
  if (place >= 0.5 && says("closing", words) && !learning) return "closing";
  if (begins("logistics", words)) return "logistics";
  if (sure.length === 0 && (says("logistics", words) || below.some((each) => says("logistics", plain(each)))))
    return "logistics";
  return "work";
}
