import type { Rubric } from "../../core/rubric/rubric";
import type { ReadDocument } from "../reading/read-document";
import type { Card, Section, Widget } from "./card";
import { docsCard } from "./docs-card";

/** Asks which document is the agenda. */
export function chooseAgendaCard(
  why: string,
  attached: readonly { readonly id: string; readonly title: string }[],
): Card {
  const named: Widget[] = attached.map(({ id, title }) => ({
    kind: "buttons",
    buttons: [{ text: title || "A document", run: "showAgenda", parameters: { id } }],
  }));
  return {
    title: "Plumbline",
    subtitle: "The agenda of this meeting",
    sections: [
      {
        widgets: [
          { kind: "text", text: why },
          ...named,
          {
            kind: "input",
            name: "agenda",
            title: "Address of the agenda",
            value: "",
            hint: "https://docs.google.com/document/…",
          },
          { kind: "buttons", buttons: [{ text: "Look at it", run: "showAgenda", isMain: named.length === 0 }] },
        ],
      },
    ],
  };
}

/** What the agenda of an event will cover. */
export function agendaCard(document: ReadDocument, rubric: Rubric): Card {
  const { sections } = docsCard(document, rubric, { inWorkbook: "none", workbookUrl: "" });
  // The second section offers to add the document, which is for notes.
  const rest = sections.filter((_, at) => at !== 1);
  const open: Section = {
    widgets: [
      {
        kind: "buttons",
        buttons: [
          {
            text: "Open the agenda",
            link: `https://docs.google.com/document/d/${encodeURIComponent(document.id)}/edit`,
          },
        ],
      },
    ],
  };
  return { title: document.title || "The agenda", subtitle: "What it touches on", sections: [open, ...rest] };
}
