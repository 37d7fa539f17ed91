import type { Coverage, CoverageMeeting } from "../coverage/coverage";
import type { Line } from "../notes/notes";
import type { AdaptedRubric } from "../rubric/adapt";
import type { TaggedNotes, Tagger } from "../tagger/tagger";
import type { AgendaItem, AgendaMinutes, Promised } from "./agenda-check";
import type { Layout } from "./layout";

/** Everything that the checks look at, worked out once. */
export interface Context {
  readonly rubric: AdaptedRubric;
  readonly tagger: Tagger;
  readonly tagged: TaggedNotes;
  readonly lines: readonly Line[];
  readonly layout: Layout;
  readonly items: readonly AgendaItem[];
  readonly minutes: AgendaMinutes;
  /** The surest promise of each indicator, on an item or beside the items. */
  readonly promised: ReadonlyMap<string, Promised>;
  /** Day of the meeting, `YYYY-MM-DD`, where it is known. */
  readonly date: string | undefined;
  /** The team's meetings before this one, the oldest first. */
  readonly past: readonly CoverageMeeting[];
  readonly history: Coverage | undefined;
}
