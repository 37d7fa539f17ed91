import type { Decision, Stance, Standing } from "../../../core/index";
import { nameOf } from "../whose";
import { dayInWords, STANCE_WORDS } from "./wording";

/** What one person says of a tag. */
export interface Voice {
  readonly id: string;
  readonly who: string;
  readonly says: string;
  /** "19 Nov 2025". */
  readonly day: string;
  /** Whether it is the one that counts at the moment. */
  readonly counts: boolean;
}

/** The voices on a tag side by side, the latest first; `me` is the name that goes with the person's own decisions. */
export function voicesOf({ voices, decision }: Standing, me: string): Voice[] {
  return voices
    .map((voice) => ({
      id: voice.id,
      who: nameOf(voice, me),
      says: saysOf(voice),
      day: dayInWords(voice.at.slice(0, 10)),
      counts: voice.id === decision.id,
    }))
    .reverse();
}

const saysOf = ({ verdict, stance }: Decision): string =>
  verdict === "reject" ? "not here" : STANCE_WORDS[(stance || "evidenced") as Stance].name.toLowerCase();
