/** Exit codes of every command. */
export const Exit = { well: 0, wrongUse: 2, someUnread: 3 } as const;

/** Ends a command with an explanation for the person who typed it, and exit code 2. */
export class Problem extends Error {
  constructor(
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${problem} ${remedy}`);
    this.name = "Problem";
  }
}
