import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** How a program ran: what it took, and its memory from start to end. */
export interface Watched {
  readonly code: number | null;
  readonly seconds: number;
  /** Processor seconds, of all threads; 0 where the system does not tell. */
  readonly processorSeconds: number;
  /** Resident memory in MB: the peak, and the peak of each tenth of the run. */
  readonly peakMegabytes: number;
  readonly overTime: readonly number[];
}

const OFTEN = 100;
const TENTHS = 10;
const TICKS = 100;

/** Runs Node with these arguments and looks at its memory ten times a second (on Linux; elsewhere memory reads 0). */
export function watched(
  args: readonly string[],
  { cwd, killWhen }: { cwd?: string; killWhen?: () => boolean } = {},
): Promise<Watched> {
  const start = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: ["ignore", "ignore", "inherit"], ...(cwd ? { cwd } : {}) });
  const memory: number[] = [];
  let peak = 0;
  let ticks = 0;
  const look = setInterval(() => {
    const status = read(child.pid, "status");
    memory.push(kilobytes(status, "VmRSS") / 1024);
    peak = Math.max(peak, kilobytes(status, "VmHWM") / 1024);
    ticks = Math.max(ticks, processorTicks(read(child.pid, "stat")));
    if (killWhen?.()) child.kill("SIGKILL");
  }, OFTEN);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(look);
      const tenth = (at: number) => memory.slice((memory.length * at) / TENTHS, (memory.length * (at + 1)) / TENTHS);
      resolve({
        code,
        seconds: (performance.now() - start) / 1000,
        processorSeconds: ticks / TICKS,
        peakMegabytes: Math.round(peak),
        overTime: Array.from({ length: TENTHS }, (_, at) => Math.round(Math.max(0, ...tenth(at)))),
      });
    });
  });
}

function read(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);

/** Ticks in user and system mode, the 14th and 15th field; the name in brackets may hold spaces. */
function processorTicks(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}
