const BLOCK = 4096;

/** The one stretch in which two texts differ. Compares block by block, which takes far less time than by character. */
export function textPatch(before: string, after: string): { at: number; removed: number; inserted: string } {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at + BLOCK <= most && before.slice(at, at + BLOCK) === after.slice(at, at + BLOCK)) at += BLOCK;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  const rest = most - at;
  const [m, n] = [before.length, after.length];
  let tail = 0;
  while (tail + BLOCK <= rest && before.slice(m - tail - BLOCK, m - tail) === after.slice(n - tail - BLOCK, n - tail))
    tail += BLOCK;
  while (tail < rest && before.charCodeAt(m - 1 - tail) === after.charCodeAt(n - 1 - tail)) tail++;
  return { at, removed: m - at - tail, inserted: after.slice(at, n - tail) };
}
