import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { eachOnce, listFiles, type Unread } from "../files";

/** Some files of one team, which are read in one go. */
export interface Job {
  readonly team: string;
  readonly files: readonly string[];
  /** Names what the job would give: the same files as they are now, read in the same way. */
  readonly key: string;
}

/** How files are told apart into teams. */
export interface TeamRule {
  /** One team for all. */
  readonly team?: string;
  /** How many folders below each path name the team; all of them where absent. */
  readonly teamDepth?: number;
}

/** A job that is cut short by a kill is done again, so that it should last about a second. */
const FILES = 64;
const BYTES = 4_000_000;

/**
 * Lists the files under some paths and parts them into jobs, team by team in the order of their names. `reading` names
 * all else that the result hangs on.
 */
export async function planJobs(
  paths: readonly string[],
  rule: TeamRule,
  reading: string,
): Promise<{ jobs: Job[]; files: number; unread: Unread[] }> {
  const teams = new Map<string, string>();
  const unread: Unread[] = [];
  for (const path of paths) {
    const listed = await listFiles([path]);
    for (const file of listed.files) teams.set(file, teamOf(file, path, paths.length > 1, rule));
    unread.push(...listed.unread);
  }
  const files = paths.length > 1 ? await eachOnce([...teams.keys()]) : [...teams.keys()];
  const byTeam = new Map<string, string[]>();
  for (const file of files) {
    const team = teams.get(file) as string;
    const known = byTeam.get(team);
    if (known) known.push(file);
    else byTeam.set(team, [file]);
  }
  const jobs: Job[] = [];
  for (const team of [...byTeam.keys()].sort()) jobs.push(...(await jobsOf(team, byTeam.get(team) ?? [], reading)));
  return { jobs, files: files.length, unread };
}

/** The folder that a file lies in, from the named path on; a file at the top belongs to the team of that folder itself. */
function teamOf(file: string, path: string, amongOthers: boolean, { team, teamDepth }: TeamRule): string {
  if (team !== undefined) return team;
  const top = file === path ? dirname(path) : path;
  const folders = relative(top, dirname(file)).split(sep).filter(Boolean).slice(0, teamDepth);
  // Of two named paths, each may hold a folder "grade 4".
  const named = amongOthers ? top.split(sep).filter((part) => part && part !== "." && part !== "..") : [];
  return [...named, ...folders].join("/") || basename(resolve(top));
}

async function jobsOf(team: string, files: readonly string[], reading: string): Promise<Job[]> {
  const jobs: Job[] = [];
  let some: [file: string, bytes: number, changed: number][] = [];
  let bytes = 0;
  const close = () => {
    if (some.length === 0) return;
    const key = createHash("sha256")
      .update(JSON.stringify([reading, team, some]))
      .digest("hex")
      .slice(0, 32);
    jobs.push({ team, files: some.map(([file]) => file), key });
    some = [];
    bytes = 0;
  };
  for (const file of files) {
    // A file that has gone meanwhile is found so when it is read.
    const { size, mtimeMs } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }));
    some.push([file, size, mtimeMs]);
    bytes += size;
    if (some.length === FILES || bytes >= BYTES) close();
  }
  close();
  return jobs;
}
