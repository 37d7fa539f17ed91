/**
 * `npm run look:addon`: draws the workbook and the cards that the built add-on makes of some notes, over the fakes, into
 * `dist/look`. For looking at words, widths and colours; Google draws them its own way.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { listGold } from "../../../training/gold";
import { findChromium } from "../../e2e/find-browsers";
import type { Tree } from "../../google/apps-script/cards/builders";
import { partsOf } from "../../google/apps-script/cards/reading";
import { MIME } from "../../google/drive/stored-file";
import { ana, formOf, Team } from "../team";
import { cardHtml } from "./card-html";
import { sheetHtml } from "./workbook-html";

const OUT = "dist/look";
const AGENDA = `# Agenda Jan 13 2026

- Review norms, 5 min
- Sort the unit 4 exit tickets together and pick who gets reteach, 30 min
- Field trip money and bus forms, 20 min
`;

const meetings = listGold("tests/corpus/test").filter((_, at) => at < 19);
const texts = meetings.map(({ lines }, at) => {
  const day = new Date(Date.UTC(2025, 2 + Math.floor(at / 2), at % 2 ? 19 : 5)).toISOString().slice(0, 10);
  const body = lines.map(({ kind, text }) => (kind === "heading" ? `\n## ${text}\n` : `- ${text}`));
  return `# Grade 4 PLC ${day}\n${body.join("\n")}\n`;
});

const team = new Team("organisation");
const ids = texts.map((text, at) => team.document(text, `Grade 4 PLC notes ${at + 1}`));
const agenda = team.document(AGENDA, "Agenda for January 13");
team.run("makeWorkbook");
team.run("saveSettings", formOf({ team: "Grade 4", level: "grade", model: "dufour" }));
team.add(...ids);
team.finish();
const found = team.rows("evidence").filter(({ tier }) => tier === "Found");
found.slice(0, 12).forEach((row, at) => {
  team.type("decisions", 1 + at, { row: String(row.key), verdict: at % 4 === 3 ? "reject" : "accept", who: "Roz" });
});
team.run("refresh");
team.finish();
const decided = team.rows("decisions");
decided.slice(0, 6).forEach((row, at) => {
  const cells = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)]));
  const isOpposed = at % 3 === 1;
  team.type("decisions", 1 + decided.length + at, {
    ...cells,
    id: `deepa-decision-${at}`,
    who: "Deepa",
    verdict: isOpposed ? "reject" : "accept",
    stance: isOpposed ? "" : "evidenced",
    row: "",
    outcome: "",
  });
});
team.type("decisions", 30, { verdict: "reject", note: "Which line was it?" });
team.type("reflection", 2, {
  level: "Developing",
  who: "Roz",
  date: "2026-01-12",
  cited: String(found[0]?.key),
  next: "Plan the next one together",
});
team.type("reflection", 5, { level: "Starting", who: "Deepa" });
const rubric = team.workbook().sheets.get("rubric");
team.type("rubric", rubric?.rows[3]?.at ?? 0, { phrases: "(norms|rules)" });
team.workspace.trash(ids[2] ?? "");
team.workspace.addEvent(ana, {
  id: "event-1",
  summary: "Grade 4 PLC",
  start: { dateTime: "2026-01-13T14:30:00-05:00" },
  end: { dateTime: "2026-01-13T15:30:00-05:00" },
  attachments: [{ fileId: agenda, title: "Agenda", mimeType: MIME.document }],
});
team.run("refresh");
team.finish();

const cards: [name: string, tree: unknown][] = [];
const show = (name: string, tree: unknown) => cards.push([name, tree]);
const docs = (id: string, addonHasFileScopePermission = true) => ({
  docs: { id, title: "", addonHasFileScopePermission },
});
show("Docs, not allowed yet", team.run("onDocs", docs(ids[0] ?? "", false)));
show("Docs", team.run("onDocs", docs(ids[0] ?? "")));
show("Sheets", team.run("onSheets"));
team.run("lookAhead");
team.run("startSchedule");
team.clock.advance(12 * 3_600_000);
team.script.runDueTriggers();
show("Sheets, with a schedule and looking ahead", team.run("onSheets"));
show("Settings", team.run("showSettings"));
show(
  "Drive",
  team.run("onDriveItems", {
    drive: {
      selectedItems: [
        { id: ids[0], title: "Grade 4 PLC", mimeType: MIME.document, addonHasFileScopePermission: true },
        { id: "x", title: "Photo", mimeType: "image/png" },
      ],
    },
  }),
);
show("Calendar", team.run("onCalendarEvent", { calendar: { id: "event-1", calendarId: ana } }));
show("Calendar, no event", team.run("onCalendarEvent", {}));
show("No workbook", new Team().run("onSheets", { sheets: {} }));

const STYLE = `body{font:10pt Arial;margin:16px}table{border-collapse:collapse;table-layout:fixed}
td,th{border:1px solid #e2e2e2;padding:2px 3px;white-space:nowrap;overflow:hidden;vertical-align:bottom;height:17px}th{background:#f8f9fa;font-weight:normal;color:#666}
figure{position:absolute;top:24px;margin:0;padding:12px;border:1px solid #ccc;background:#fff;box-sizing:border-box;font-size:9pt}
.cards{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}.card{width:300px;border:1px solid #dadce0;font:14px Roboto,Arial;color:#202124}
.card header{padding:12px 16px;border-bottom:1px solid #dadce0}.card section{padding:8px 16px;border-bottom:1px solid #dadce0}.card small{color:#5f6368;font-size:12px;display:block}
.card h3{font-size:14px;margin:4px 0;color:#0072B2}.line{padding:6px 0}.line.link div{color:#0b57d0}.button{display:inline-block;padding:6px 10px;margin:3px 6px 3px 0;color:#0b57d0;border:1px solid #dadce0;border-radius:18px}
.button.main{background:#0072B2;color:#fff}.more{color:#0b57d0}input,select{width:100%;box-sizing:border-box;padding:6px}label{display:block;margin:8px 0}`;
const page = (body: string) => `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${body}`;

mkdirSync(OUT, { recursive: true });
const book = team.workspace.books.get(team.workbookId);
const pages = new Map<string, string>();
for (const sheet of book?.sheets ?? [])
  pages.set(
    String(sheet.properties.title),
    page(sheetHtml({ ...sheet, rows: sheet.rows.slice(0, 60) }, book as never)),
  );
pages.set(
  "Cards",
  page(
    `<div class="cards">${cards.map(([name, tree]) => `<div><p>${name}</p>${cardHtml(partsOf(tree).find(({ kind }) => kind === "Card") as Tree)}</div>`).join("")}</div>`,
  ),
);
const browser = await chromium.launch({
  executablePath: findChromium() ?? "",
  args: ["--no-sandbox"],
});
const tab = await browser.newPage({ viewport: { width: 1700, height: 900 } });
for (const [name, html] of pages) {
  writeFileSync(`${OUT}/${name}.html`, html);
  await tab.setContent(html);
  await tab.screenshot({ path: `${OUT}/${name}.png`, fullPage: true });
}
await browser.close();
console.log(`${pages.size} pages in ${OUT}`);
