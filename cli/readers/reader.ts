import type { Notes } from "../../core/notes/notes";

/** Reads the bytes of one file, and throws `UnreadableNotes` where that cannot be done; `warn` is told what was left out. */
export type Reader = (bytes: Uint8Array, warn?: (warning: string) => void) => Notes | Promise<Notes>;
