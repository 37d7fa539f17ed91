import type { AgendaCheck, Finding } from "../../core/agenda/agenda-check";
import { count } from "../workbook/wording";
import type { Card, Section, Widget } from "./card";

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

/** What the agenda of an event will give the team, and what might be added; beside it trouble, where it is not "". */
export function agendaCard(title: string, link: string, check: AgendaCheck, trouble: string): Card {
  const { headline, cautions, findings, items } = check;
  const sections: Section[] = [
    {
      widgets: [
        { kind: "text", text: headline },
        ...(trouble ? [{ kind: "text" as const, text: trouble }] : []),
        { kind: "buttons", buttons: [{ text: "Open the agenda", link }] },
      ],
    },
  ];
  if (findings.length > 0) sections.push({ title: "To think about", shown: 4, widgets: findings.map(findingWidget) });
  if (items.length > 0)
    sections.push({
      title: count(items.length, "item"),
      shown: 6,
      widgets: items.map(({ text, minutes, given, promises }) => {
        const codes = [...new Set(promises.map(({ indicator }) => indicator))].join(", ");
        const time = minutes === undefined ? "" : `${given ? "" : "about "}${count(Math.round(minutes), "minute")}`;
        const bottom = [time, codes].filter(Boolean).join(" · ");
        return { kind: "line", text: text || "…", ...(bottom ? { bottom } : {}) };
      }),
    });
  if (cautions.length > 0)
    sections.push({ title: "Good to know", widgets: cautions.map((text) => ({ kind: "text", text })) });
  return { title: title || "The agenda", subtitle: "Before the meeting", sections };
}

function findingWidget({ message, suggestion }: Finding): Widget {
  if (!suggestion) return { kind: "line", text: message };
  return { kind: "line", text: message, bottom: `To paste: ${suggestion.text}` };
}
