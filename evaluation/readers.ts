import { createTagger, plcRubric, type Tag } from "../core/index";
import { builtInModel } from "../core/tagger/model";
import { type GoldMeeting, notesOf } from "../training/gold";

/** Something that tags meetings, to be measured. It may look at nothing but what `notesOf` gives. */
export interface Reader {
  readonly name: string;
  /** The tags of every line, as people would be shown them. */
  tag(meeting: GoldMeeting): Promise<readonly (readonly Tag[])[]>;
  /** The same with the tags that it is too unsure of to show; a reader without it gets no figures by threshold. */
  weigh?(meeting: GoldMeeting): Promise<readonly (readonly Tag[])[]>;
}

// Below this the compact reader means "hardly ever": no threshold looks there, and explaining such tags takes time.
const LEAST_WEIGHED = 0.05;

const shown = createTagger(plcRubric);
const weighed = createTagger(plcRubric, {
  ...builtInModel,
  tiers: { ...builtInModel.tiers, suggested: LEAST_WEIGHED },
});

/** The readers that are measured, in the order of the report. */
export const readers: readonly Reader[] = [
  {
    name: "compact",
    tag: async (meeting) => shown.tag(notesOf(meeting)).tags,
    weigh: async (meeting) => weighed.tag(notesOf(meeting)).tags,
  },
];
