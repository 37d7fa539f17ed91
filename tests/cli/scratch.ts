import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, which goes when the tests of this file end. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-"));
  folders.push(folder);
  return folder;
}
