import { LEVELS, MODELS } from "../../core/rubric/rubric";
import says from "../sentences.json" with { type: "json" };
import type { Settings } from "../worker/settings";
import type { Card, Widget } from "./card";

const WORDS: Readonly<Record<string, string>> = says.choices;

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
          hint: says.folderHint,
        },
        choice("every", "How often the schedule looks", ["1", "24", "168"]),
      ]
    : [];
  return {
    title: "Settings",
    subtitle: says.forEverybody,
    sections: [
      {
        widgets: [
          { kind: "input", name: "team", title: "Name of the team", value: settings.team },
          choice("quoting", "How lines are quoted", ["full", "initials", "link"]),
          {
            kind: "text",
            text: says.initials,
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
