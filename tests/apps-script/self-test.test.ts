import { build } from "esbuild";
import { expect, test, vi } from "vitest";
import { SCRIPT } from "../../apps-script/build/bundle";
import { manifestOf } from "../../apps-script/build/manifest";
import { noPermission, onCall } from "../google/apps-script/faults";
import { SCRIPT_LIMIT, ScriptProject } from "../google/apps-script/script-project";
import { Workspace } from "../google/workspace";
import { docsFromMarkdown } from "./docs-from-markdown";
import { ana } from "./team";

vi.setConfig({ testTimeout: 60_000 });

/** The self-test over Google's services, but for making a document, which only Google can do. */
const { outputFiles } = await build({
  ...SCRIPT,
  stdin: {
    contents: `import { runSelfTest } from "./apps-script/self-test/self-test";
      import { googleServices } from "./apps-script/google/services";
      export const run = (id) => runSelfTest(googleServices, () => id);`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  globalName: "tried",
});
const bundle = `${outputFiles[0]?.text}function main(e){return tried.run(e.id)}`;

function selfTest(faults = onCall("nothing", noPermission)): { report: string; kept: unknown } {
  const workspace = new Workspace();
  const script = new ScriptProject({ workspace, bundle, manifest: manifestOf("public") });
  const lines = [
    "Grade 4 PLC Oct 8 2025",
    "Sorted all 94 exit tickets into three piles and picked who gets pulled for reteach",
    "=SUM(1,2) is a text, and Thank you to Deepa for running this so calmly",
  ];
  const id = workspace.addDocument(
    ana,
    docsFromMarkdown(lines.join("\n\n"), "", "Plumbline self-test: notes") as never,
  );
  workspace.grant(ana, "project-1", id);
  const outcome = script.run("main", { user: ana, event: { id }, limit: SCRIPT_LIMIT, faults });
  if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
  return { report: String(outcome.value), kept: [...script.stores.properties.values()].map((own) => [...own]) };
}

test("the self-test goes through every step and says what it saw", () => {
  const { report, kept } = selfTest();
  expect(report.split("\n").map((line) => line.charAt(0))).toEqual(["✓", "✓", "✓", "✓", "✓", "✓", "✓", "L"]);
  // Whoever runs it works with the same workbook afterwards as before.
  expect(JSON.stringify(kept)).not.toContain("queue:");
  expect(JSON.stringify(kept)).toContain('["workbook",""]');
});

test("the self-test names the step that failed, and leaves the others out", () => {
  const { report } = selfTest(onCall("Sheets.Spreadsheets.create", noPermission));
  expect(report).toContain("✗ Make a workbook with its sheets, chart and views: ");
  expect(report).toContain("The steps after it were left out.");
});
