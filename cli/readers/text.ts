import type { Notes } from "../../core/notes/notes";
import { notesFromText } from "../../core/notes/text";
import { decode } from "./decode";
import type { Reader } from "./reader";

/** Reads notes typed as plain text. */
export const readText = ((bytes: Uint8Array): Notes => notesFromText(decode(bytes))) satisfies Reader;
