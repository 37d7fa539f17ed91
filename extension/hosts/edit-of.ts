/** What of a line stayed the same around an edit, in visible UTF-16 units. */
export interface Edit {
  readonly prefix: number;
  readonly suffix: number;
  /** Units that the page shows. */
  readonly shown: number;
}

/** Share of an edited line that must have stayed the same. */
const SAME = 0.5;

/** How a shown line differs from the known one, where it can be one edit of it. */
export function editOf(known: string, shown: string): Edit | undefined {
  const most = Math.min(known.length, shown.length);
  let prefix = 0;
  while (prefix < most && known.charCodeAt(prefix) === shown.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < most - prefix &&
    known.charCodeAt(known.length - 1 - suffix) === shown.charCodeAt(shown.length - 1 - suffix)
  )
    suffix++;
  if (prefix + suffix < Math.max(known.length, shown.length) * SAME) return undefined;
  return { prefix, suffix, shown: shown.length };
}
