/**
 * `npm run bench:addon [-- --json] [--documents 1000]`: a folder of notes read into the workbook by the hourly trigger,
 * against fakes that keep Google's limits. Counts of calls are what counts; times are those of the fakes.
 */
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { createContext, Script } from "node:vm";
import { bundleAddOn } from "../../../apps-script/build/bundle";
import { listGold, notesOf } from "../../../training/gold";
import { cutAt, type Faults, noFaults } from "../../google/apps-script/faults";
import type { Outcome } from "../../google/apps-script/script-project";
import { MIME } from "../../google/drive/stored-file";
import { docsFromMarkdown } from "../docs-from-markdown";
import { ana, formOf, Team } from "../team";

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, documents: { type: "string", default: "1000" } },
});
const DOCUMENTS = Number(options.documents);
const LINES = 60;
const CHANGED = 10;
const HOUR = 3_600_000;

const pool = listGold("tests/corpus/test")
  .flatMap((meeting) => notesOf(meeting).lines)
  .flatMap(({ text, kind }) => (kind !== "heading" && /^[\p{L}\p{N} ,.'’-]{20,}$/u.test(text) ? [text] : []));

/** Notes of one meeting; its lines are like no other's, so that none is taken for print. */
function notes(at: number, more = ""): string {
  const day = new Date(Date.UTC(2024, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
  const lines = Array.from({ length: LINES - 1 }, (_, line) => `- ${pool[(at * 13 + line * 7) % pool.length]} ${at}`);
  return `# PLC ${day}\n\n${lines.join("\n")}\n${more}`;
}

function teamWithFolder(): { team: Team; ids: readonly string[] } {
  const team = new Team("organisation");
  const folder = team.workspace.addFile(ana, "Notes", MIME.folder).id;
  const ids = Array.from({ length: DOCUMENTS }, (_, at) =>
    team.workspace.addDocument(ana, docsFromMarkdown(notes(at), "", "") as never, { parents: [folder] }),
  );
  team.run("makeWorkbook");
  team.run("saveSettings", formOf({ folder, every: "1" }));
  team.run("startSchedule");
  return { team, ids };
}

interface Pass {
  readonly hours: number;
  readonly outcomes: readonly Outcome[];
}

/** Lets hours pass until every document is read. */
function pass(team: Team, faults: (hour: number) => Faults = () => noFaults): Pass {
  const outcomes: Outcome[] = [];
  for (let hours = 1; hours < 200; hours++) {
    team.clock.advance(HOUR);
    outcomes.push(...team.script.runDueTriggers({ faults: faults(hours) }));
    const last = outcomes[outcomes.length - 1];
    if (last?.status === "done" && last.logs.some((line) => /up to date/.test(line))) return { hours, outcomes };
  }
  throw new Error("The work comes to no end.");
}

const callsOf = ({ outcomes }: Pass): readonly string[] => outcomes.flatMap(({ calls }) => calls);
const count = (calls: readonly string[], start: string): number =>
  calls.filter((name) => name.startsWith(start)).length;

/** Calls to Sheets in each slice; a slice has its turn at the lock twice. */
function perSlice({ outcomes }: Pass): readonly number[] {
  return outcomes.flatMap(({ calls }) => {
    const turns = calls.flatMap((name, at) => (name === "Lock.tryLock" ? [at] : []));
    return turns.flatMap((from, n) => (n % 2 === 0 ? [count(calls.slice(from, turns[n + 2]), "Sheets.")] : []));
  });
}

const rowsOf = (team: Team) => team.rows("evidence").map(({ key, quote, code }) => `${key} ${code} ${quote}`);

const started = performance.now();
const { team, ids } = teamWithFolder();
const first = pass(team);
const rows = rowsOf(team);
const unread = team.rows("sources").filter(({ state }) => state !== "Read").length;

for (const id of ids.slice(0, CHANGED))
  team.edit(id, notes(ids.indexOf(id), "- Regrouped the students for Tier 2 again\n"));
const second = pass(team);
const third = pass(team);

// A person presses Refresh on the card of the full workbook: it has 30 seconds.
for (const id of ids.slice(0, 3)) team.edit(id, notes(ids.indexOf(id), "- Sorted the exit slips once more\n"));
const pressed = team.outcome("refresh");

// The same work, with every hour's first runs cut off at another call.
const { team: cutTeam } = teamWithFolder();
const cutting = pass(cutTeam, (hour) =>
  hour > 12 ? noFaults : cutAt([5, 9, 14, 20, 40, 80, 120, 129, 131, 133, 135, 139][hour - 1] ?? 1),
);
const cutRows = rowsOf(cutTeam);
const sortedWithoutIds = (list: readonly string[]) =>
  list
    .map((row) => row.replace(/^\S+ /, ""))
    .sort()
    .join("\n");

const bundle = await bundleAddOn(process.cwd(), "organisation");
const loads = Array.from({ length: 9 }, () => {
  const world = createContext({});
  const before = process.cpuUsage();
  new Script(`${bundle.code}\n//${performance.now()}`).runInContext(world);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}).sort((a, b) => a - b);

const slices = perSlice(first);
const scriptSeconds = (passed: Pass) =>
  Math.round(Math.max(...passed.outcomes.map(({ scriptTime }) => scriptTime)) / 100) / 10;
const longest = (passed: Pass) => Math.round(Math.max(...passed.outcomes.map(({ elapsed }) => elapsed)) / 1000);
const report = {
  documents: DOCUMENTS,
  linesEach: LINES,
  evidenceRows: rows.length,
  first: {
    hourlyRuns: first.hours,
    longestRunSeconds: longest(first),
    longestRunOwnSeconds: scriptSeconds(first),
    slices: slices.length,
    sheetsCallsPerSlice: Math.max(...slices),
    docsReads: count(callsOf(first), "Docs.Documents.get"),
    documentsUnread: unread,
    doubledRows: rows.length - new Set(rows.map((row) => row.split(" ")[0])).size,
  },
  second: {
    changed: CHANGED,
    docsReads: count(callsOf(second), "Docs.Documents.get"),
    sheetsCallsPerSlice: Math.max(...perSlice(second)),
  },
  unchanged: { docsReads: count(callsOf(third), "Docs.Documents.get") },
  card: {
    ended: pressed.status,
    seconds: Math.round(pressed.elapsed / 1000),
    docsReads: count(pressed.calls, "Docs.Documents.get"),
    sheetsCalls: count(pressed.calls, "Sheets."),
  },
  cutOff: {
    runsCutOff: cutting.outcomes.filter(({ status }) => status === "killed").length,
    lostOrChangedRows:
      sortedWithoutIds(cutRows) === sortedWithoutIds(rows) ? 0 : Math.abs(cutRows.length - rows.length) || -1,
    doubledRows: cutRows.length - new Set(cutRows.map((row) => row.split(" ")[0])).size,
  },
  bundle: {
    kilobytes: Math.round(bundle.bytes / 1000),
    codeKilobytes: Math.round(bundle.codeBytes / 1000),
    loadMilliseconds: Math.round(loads[4] ?? 0),
  },
  benchSeconds: Math.round((performance.now() - started) / 1000),
};
if (options.json) console.log(JSON.stringify(report, null, 2));
else {
  console.log(
    `${DOCUMENTS} documents of ${LINES} lines: ${report.first.hourlyRuns} hourly runs, ${slices.length} slices, ${report.evidenceRows} rows`,
  );
  console.log(
    `at most ${report.first.sheetsCallsPerSlice} calls to Sheets in a slice; ${report.first.docsReads} documents opened, ${report.first.doubledRows} rows doubled`,
  );
  console.log(
    `${CHANGED} changed: ${report.second.docsReads} opened; none changed: ${report.unchanged.docsReads} opened`,
  );
  console.log(
    `Refresh on the card: ${report.card.ended} after ${report.card.seconds} s, ${report.card.docsReads} documents opened`,
  );
  console.log(
    `${report.cutOff.runsCutOff} runs cut off: ${report.cutOff.lostOrChangedRows} rows lost or changed, ${report.cutOff.doubledRows} doubled`,
  );
  console.log(
    `bundle ${report.bundle.kilobytes} kB, ${report.bundle.codeKilobytes} kB of it code, loads in ${report.bundle.loadMilliseconds} ms of script time`,
  );
}
