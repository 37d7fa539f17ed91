import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type ReadNotes, readNotes } from "./readers/read-notes";
import { CoverageReport, UnreadableNotes } from "./readers/unreadable-notes";

/** Files with these endings are read from folders; a file that is named outright is always tried. */
const NOTES = /\.(?:docx|html?|md|markdown|txt|text|json)$/i;

/** A file that could not be read, and what to do about it. */
export interface Unread {
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
  /** It is a report of ours: no notes, and no fault where it lies among them. */
  readonly isReport?: boolean;
}

/**
 * The files behind some paths, each once: folders are walked in the order of names, and links in them followed; hidden ones, other
 * kinds of file and `except` are left out.
 */
export async function listFiles(
  paths: readonly string[],
  except?: string,
): Promise<{ files: string[]; unread: Unread[] }> {
  const files: string[] = [];
  const unread: Unread[] = [];
  const leftOut = except === undefined ? undefined : resolve(except);
  const walked = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    // A link may lead back to where it stands.
    const real = await realpath(folder);
    if (walked.has(real)) return;
    walked.add(real);
    for (const name of (await readdir(folder)).sort()) {
      if (name.startsWith(".") || name.startsWith("~$")) continue;
      const path = join(folder, name);
      try {
        const entry = await stat(path);
        if (entry.isDirectory()) await walk(path);
        else if (entry.isFile() && NOTES.test(name) && resolve(path) !== leftOut) files.push(path);
      } catch (error) {
        unread.push({ file: path, ...reasonOf(error) });
      }
    }
  };
  for (const path of paths) {
    if (path === "-") files.push(path);
    else {
      try {
        if ((await stat(path)).isDirectory()) await walk(path);
        else files.push(path);
      } catch (error) {
        unread.push({ file: path, ...reasonOf(error) });
      }
    }
  }
  return { files: await eachOnce(files), unread };
}

/** Leaves out the second and further names of one file. One after another: a district has a hundred thousand. */
export async function eachOnce(files: readonly string[]): Promise<string[]> {
  const places = new Set<string>();
  const once: string[] = [];
  for (const file of files) {
    const place = file === "-" ? file : await realpath(file).catch(() => resolve(file));
    if (!places.has(place)) once.push(file);
    places.add(place);
  }
  return once;
}

/** Reads one file of notes, or standard input for `-`. */
export async function readFileOfNotes(file: string): Promise<({ ok: true } & ReadNotes) | ({ ok: false } & Unread)> {
  try {
    const bytes = file === "-" ? await standardInput() : await readFile(file);
    return { ok: true, ...(await readNotes(bytes, file === "-" ? "notes.txt" : basename(file))) };
  } catch (error) {
    return { ok: false, file, ...reasonOf(error) };
  }
}

/** Everything that comes on standard input. */
export async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): Omit<Unread, "file"> {
  if (error instanceof CoverageReport) return { problem: error.problem, remedy: error.remedy, isReport: true };
  if (error instanceof UnreadableNotes) return { problem: error.problem, remedy: error.remedy };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return {
      problem: "There is no such file or folder.",
      remedy: "Check the path; put quotes around names with spaces.",
    };
  if (code === "EACCES" || code === "EPERM")
    return { problem: "This may not be read.", remedy: "Ask its owner for permission, or copy it to your own folder." };
  if (code === "EISDIR")
    return {
      problem: "This is a folder.",
      remedy: 'Name the files in it, or use "plumbline coverage", which takes folders.',
    };
  return {
    problem: `It could not be read: ${message}.`,
    remedy: "Try to open it in its own program and save it again.",
  };
}
