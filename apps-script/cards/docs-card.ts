import { counts } from "../../core/decisions/decided-tags";
import type { Rubric } from "../../core/rubric/rubric";
import type { ReadDocument, ReadLine } from "../reading/read-document";
import says from "../sentences.json" with { type: "json" };
import { count, STANCE_WORDS } from "../workbook/wording";
import type { Card, Section, Widget } from "./card";

/** Lines shown of each practice, and in the whole card: Google allows a hundred widgets in a section. */
const LINES_EACH = 12;

/** Asks to be let in: a document is read only when someone who has it open says so. */
export const docsAccessCard = (): Card => ({
  title: "Plumbline",
  sections: [
    {
      widgets: [
        { kind: "text", text: says.askForDocument },
        { kind: "buttons", buttons: [{ text: "Allow for this document", run: "askForOpenFile", isMain: true }] },
      ],
    },
  ],
});

/** What the document card knows of the team's workbook. */
export interface DocumentStanding {
  /** Whether the team has a workbook that can be read, and this document is one of its sources or in line for it. */
  readonly inWorkbook: "none" | "unknown" | "no" | "queued" | "yes";
  readonly workbookUrl: string;
}

/** This document's coverage at a glance, and its lines with tags. */
export function docsCard(document: ReadDocument, rubric: Rubric, standing: DocumentStanding): Card {
  const seen = rubric.indicators.filter(({ code }) => linesOf(document, code, true).length > 0);
  const glance: Widget[] = rubric.dimensions.map(({ key, title }) => {
    const own = rubric.indicators.filter(({ dimension }) => dimension === key);
    const shown = own.filter((indicator) => seen.includes(indicator));
    const codes = shown.map(({ code }) => code).join(", ");
    return {
      kind: "line",
      text: title,
      bottom: shown.length ? `${shown.length} of ${own.length}: ${codes}` : "not yet seen here",
    };
  });
  const sections: Section[] = [{ title: "At a glance", widgets: glance }, workbookSection(document, standing)];
  if (document.meetings.some(({ type }) => type === "agenda")) sections.unshift(agendaSection(document));
  for (const { code, title } of rubric.indicators) {
    const lines = linesOf(document, code, false);
    if (lines.length === 0) continue;
    const more = lines.length - LINES_EACH;
    const widgets: Widget[] = lines.slice(0, LINES_EACH).map((line) => lineWidget(line, code));
    if (more > 0) widgets.push({ kind: "text", text: `${count(more, "more line")} in the workbook.` });
    sections.push({ title: `${code} ${title}`, shown: 3, widgets });
  }
  return {
    title: "Plumbline",
    subtitle: `${seen.length} of ${rubric.indicators.length} practices show in this document`,
    sections: [...sections, note],
  };
}

const agendaSection = ({ id }: ReadDocument): Section => ({
  widgets: [
    { kind: "text", text: says.isAgenda },
    { kind: "buttons", buttons: [{ text: "Look at the agenda", run: "showAgenda", parameters: { id }, isMain: true }] },
  ],
});

const note: Section = {
  widgets: [
    {
      kind: "text",
      text: says.onlySuggestions,
    },
  ],
};

/** What is shown where nothing could be read. */
export const emptyDocumentCard = (): Card => ({
  title: "Plumbline",
  sections: [{ widgets: [{ kind: "text", text: says.noText }] }],
});

function linesOf({ lines }: ReadDocument, code: string, countedOnly: boolean): readonly ReadLine[] {
  return lines.filter(({ tags }) =>
    tags.some(
      (tag) =>
        tag.indicator === code &&
        tag.standing?.decision.verdict !== "reject" &&
        (!countedOnly || (counts(tag) && tag.stance !== "contrary")),
    ),
  );
}

function lineWidget(line: ReadLine, code: string): Widget {
  const tag = line.tags.find(({ indicator }) => indicator === code);
  if (!tag) return { kind: "text", text: line.text };
  const { mark, name } = STANCE_WORDS[tag.stance];
  const by = tag.reader === "person" ? "set by people" : `${Math.round(tag.confidence * 100)} % sure`;
  const tier = tag.tier === "suggested" ? ", worth a look" : "";
  return {
    kind: "line",
    top: `${mark} ${name}${tier}, ${by}`,
    text: shortened(line.text),
    bottom: tag.why,
    link: line.link,
  };
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);

function workbookSection({ id, title }: ReadDocument, { inWorkbook, workbookUrl }: DocumentStanding): Section {
  if (inWorkbook === "none")
    return {
      widgets: [
        { kind: "text", text: says.whyWorkbook },
        {
          kind: "buttons",
          buttons: [
            { text: "Make the workbook and add this", run: "addDocument", parameters: { id, title }, isMain: true },
          ],
        },
      ],
    };
  const open = { text: "Open the workbook", link: workbookUrl };
  if (inWorkbook === "no")
    return {
      widgets: [
        {
          kind: "buttons",
          buttons: [
            { text: "Add to the team's workbook", run: "addDocument", parameters: { id, title }, isMain: true },
            open,
          ],
        },
      ],
    };
  return {
    widgets: [
      { kind: "text", text: says.standing[inWorkbook] },
      {
        kind: "buttons",
        buttons: [
          open,
          ...(inWorkbook === "queued" ? [{ text: "Read it in now", run: "continueRefresh" as const }] : []),
        ],
      },
    ],
  };
}
