import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the project, from wherever this code runs: its source, or a bundle of it. */
export const root = upwards(import.meta.dirname);

function upwards(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new Error("The folder of the project was not found: there is no package.json above here.");
  return upwards(above);
}
