import { LEVELS, MODELS } from "../../core/rubric/rubric";
import type { Settings } from "../worker/settings";
import type { Card, Widget } from "./card";

const WORDS: Readonly<Record<string, string>> = {
  none: "No particular model",
  dufour: "DuFour",
  russo: "Russo",
  "": "Not said",
  full: "In full",
  initials: "With initials for names",
  link: "Not at all: link only",
  "1": "Every hour",
  "24": "Every day",
  "168": "Every week",
};

/** What a team can choose for its workbook. */
export function settingsCard(settings: Settings, hasFolder: boolean): Card {
  const choice = (name: keyof Settings, title: string, values: readonly string[]): Widget => ({
    kind: "choice",
    name,
    title,
    value: String(settings[name]),
    items: values.map((value) => ({ value, text: WORDS[value] ?? capitalised(value) })),
  });
  const folder: Widget[] = hasFolder
    ? [
        {
          kind: "input",
          name: "folder",
          title: "Folder of notes",
          value: settings.folder,
          hint: "Its address. All documents in it and below are read.",
        },
        choice("every", "How often the schedule looks", ["1", "24", "168"]),
      ]
    : [];
  return {
    title: "Settings",
    subtitle: "They hold for everybody who uses this workbook",
    sections: [
      {
        widgets: [
          { kind: "input", name: "team", title: "Name of the team", value: settings.team },
          choice("quoting", "How lines are quoted", ["full", "initials", "link"]),
          {
            kind: "text",
            text: "Initials replace words that may be names, and can miss one that is also a common word. Decisions keep the words of their line.",
          },
          choice("level", "The team meets as", ["", ...LEVELS]),
          choice("model", "Collaboration model", ["none", ...MODELS]),
          ...folder,
          {
            kind: "buttons",
            buttons: [
              { text: "Save", run: "saveSettings", isMain: true },
              { text: "Back", run: "showWorkbook" },
            ],
          },
        ],
      },
    ],
  };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
