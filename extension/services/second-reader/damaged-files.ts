/** Thrown where a file of the second reader is absent or not the one that belongs here. */
export class DamagedFiles extends Error {}
