import type { Coverage } from "../../core/coverage/coverage";
import { type EvidenceRow, evidenceRows } from "./evidence";
import type { ReportRubric } from "./framework";
import { tiers } from "./wording";

const header = [
  ..."document,date,meeting,line,text,headings,indicator,indicator title,dimension".split(","),
  ..."stance,confidence,tier,why".split(","),
];

const BYTE_ORDER_MARK = "\uFEFF";

/** Writes one row per tag as CSV (RFC 4180) that Excel opens as UTF-8; `line` counts from 1, as people do. */
export function coverageCsv(coverage: Coverage, rubric: ReportRubric): string {
  const rows = [header, ...evidenceRows(coverage, rubric).map(cells)];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function cells({ meeting, tag, indicator, dimension }: EvidenceRow): readonly string[] {
  return [
    inert(meeting.source),
    inert(meeting.date ?? ""),
    inert(meeting.title),
    String(tag.line + 1),
    inert(tag.text),
    inert(tag.headings.join(" › ")),
    inert(indicator.code),
    inert(indicator.title),
    inert(dimension.title),
    tag.stance,
    tag.confidence.toFixed(2),
    tiers[tag.tier].toLowerCase(),
    inert(tag.why),
  ];
}

/** Keeps a spreadsheet from running the cell as a formula, as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection */
function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
