import { join } from "node:path";
import { openDeepReader } from "../cli/deep/open-deep-reader";
import { builtInModel, createTagger, plcRubric, type Tag } from "../core/index";
import { builtInSettings } from "../deep-reader/settings";
import { type GoldMeeting, notesOf } from "../training/gold";

/** Something that tags meetings, to be measured. It may look at nothing but what `notesOf` gives. */
export interface Reader {
  readonly name: string;
  /** The tags of every line, as people would be shown them. */
  tag(meeting: GoldMeeting): Promise<readonly (readonly Tag[])[]>;
  /** The same with the tags that it is too unsure of to show; a reader without it gets no figures by threshold. */
  weigh?(meeting: GoldMeeting): Promise<readonly (readonly Tag[])[]>;
}

/** The readers that can be measured, in the order of the report. */
export const READERS = ["compact", "deep"] as const;
export type ReaderName = (typeof READERS)[number];

// Below this a reader means "hardly ever": no threshold looks there, and explaining such tags takes time.
const LEAST_WEIGHED = 0.05;

/** Makes readers ready to be measured, in the project's folder. Throws `Problem` where the files of one are absent. */
export async function openReaders(names: readonly ReaderName[] = READERS): Promise<Reader[]> {
  const opened: Reader[] = [];
  for (const name of READERS) if (names.includes(name)) opened.push(await open[name]());
  return opened;
}

const open: Readonly<Record<ReaderName, () => Promise<Reader>>> = {
  compact: async () => {
    const shown = createTagger(plcRubric);
    const tiers = { ...builtInModel.tiers, suggested: LEAST_WEIGHED };
    const weighed = createTagger(plcRubric, { ...builtInModel, tiers });
    return {
      name: "compact",
      tag: async (meeting) => shown.tag(notesOf(meeting)).tags,
      weigh: async (meeting) => weighed.tag(notesOf(meeting)).tags,
    };
  },
  deep: async () => {
    const tiers = { ...builtInSettings.tiers, suggested: LEAST_WEIGHED };
    const folder = join(process.cwd(), "deep-reader");
    const weighed = await openDeepReader(plcRubric, { folder, settings: { ...builtInSettings, tiers } });
    // Slow enough to be asked once only.
    const known = new WeakMap<GoldMeeting["lines"], Promise<readonly (readonly Tag[])[]>>();
    const weigh = (meeting: GoldMeeting) => {
      const tags = known.get(meeting.lines) ?? weighed.tag(notesOf(meeting)).then(({ tags }) => tags);
      known.set(meeting.lines, tags);
      return tags;
    };
    return {
      name: "deep",
      weigh,
      tag: async (meeting) =>
        (await weigh(meeting)).map((tags) =>
          tags.filter(({ confidence }) => confidence >= builtInSettings.tiers.suggested),
        ),
    };
  },
};
