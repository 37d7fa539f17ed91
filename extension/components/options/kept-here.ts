/** Something that is kept on this computer, in words for a teacher. */
export interface KeptHere {
  readonly what: string;
  readonly which: string;
  readonly where: string;
  /** The tables and settings that hold it: there is none that no row names. */
  readonly holds: readonly string[];
}

/** All that is kept on this computer. */
export const KEPT_HERE: readonly KeptHere[] = [
  {
    what: "Your documents' lines",
    which: "each Google Doc that you open while Plumbline is on: title, lines, tags",
    where: "this browser's database",
    holds: ["documents", "lines"],
  },
  {
    what: "What the second reader said",
    which: "only if you switch it on: of each line that it read, so that it need not read it again",
    where: "this browser's database",
    holds: ["readings"],
  },
  {
    what: "What you decide",
    which: "agreed, not here, added, changed, notes; your name if you gave one; which of it your team has",
    where: "this browser's database; its memory, as long as the disk is full",
    holds: ["decisions", "placements", "outbox", "session:waitingDecisions"],
  },
  {
    what: "What Plumbline learned from you",
    which: "only if you have it learn: words, and which practice they speak for in your team",
    where: "this browser's settings",
    holds: ["local:learned"],
  },
  {
    what: "Rubrics",
    which: "your team's own, where you use one, and those that you decided by",
    where: "this browser's settings and database",
    holds: ["local:ownRubric", "rubrics"],
  },
  {
    what: "Your sign-in with Google",
    which:
      "only if you sign in: your address, which workbook, and how it went there; the key that Google gives goes when the browser closes",
    where: "this browser's settings and database; the key in its memory",
    holds: ["local:account", "local:workbook", "sync", "session:token"],
  },
  {
    what: "Settings",
    which: "what is on this page, and in which documents the marks are hidden",
    where: "this browser's settings",
    holds: [
      ...["local:model", "local:level", "local:hiddenDimensions", "local:hiddenDocuments", "local:who"],
      ...["local:ownKeys", "local:letterKeys", "local:secondReader"],
    ],
  },
];
