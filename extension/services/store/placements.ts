import { type Anchor, anchorOf, type Decision, placeAnchors } from "../../../core/index";
import type { Placement, PlumblineDb, StoredLine } from "../../db";
import type { DecisionInPlace, Place } from "../../protocol";

/** Lines of a document by position; "" where a line is not to be taken. */
type Texts = readonly string[];

/**
 * After an edit: the decisions whose lines went away go to the line that stands for it (`heirs`, by the ids of the rows that went)
 * where that holds all its words; the others, and those that had no line, look for it among the lines that came. `order` are the
 * ids of all lines now, `came` the rows that are new.
 */
export async function followEdit(
  db: PlumblineDb,
  { document, tab }: Place,
  order: readonly number[],
  { came, heirs }: { readonly came: readonly StoredLine[]; readonly heirs: ReadonlyMap<number, StoredLine> },
): Promise<void> {
  const all = await db.placements.where({ document, tab }).toArray();
  const positions = new Map(order.map((id, at) => [id, at]));
  const seeking = all.filter(({ line }) => line === undefined || !positions.has(line));
  if (seeking.length === 0) return;
  const rows = new Map(came.map((row) => [row.id, row]));
  const texts = order.map((id) => rows.get(id)?.text ?? "");
  const found = placeAnchors(seeking, texts);
  const inherited = ({ line, quote }: Placement): number | undefined => {
    const heir = heirs.get(line ?? -1);
    const text = heir?.text.trim() ?? "";
    return heir && (text.startsWith(quote) || text.endsWith(quote)) ? positions.get(heir.id) : undefined;
  };
  await db.placements.bulkPut(
    seeking.map((placement, n) => placed(placement, inherited(placement) ?? found[n], order, texts)),
  );
}

/** Gives new decisions their lines. `line` is where their maker saw them; it holds where the words there are the same. */
export async function placeDecisions(
  db: PlumblineDb,
  { document, tab }: Place,
  decisions: readonly (Decision & { readonly line?: number })[],
): Promise<void> {
  const order = (await db.documents.get([document, tab]))?.order ?? [];
  const hinted = await db.lines.bulkGet(decisions.map(({ line }) => order[line ?? -1] ?? -1));
  const sure = (n: number) => hinted[n]?.text.trim().startsWith(decisions[n]?.quote ?? "\n") === true;
  const unsure = decisions.filter((_, n) => !sure(n));
  const texts = unsure.length ? (await db.lines.bulkGet([...order])).map((row) => row?.text ?? "") : [];
  const found = new Map(placeAnchors(unsure, texts).map((at, n) => [unsure[n], at]));
  await db.placements.bulkPut(
    decisions.map((decision, n) => {
      const { id, quote, prefix, suffix } = decision;
      const placement: Placement = { id, document, tab, quote, prefix, suffix };
      const line = hinted[n]?.id;
      return sure(n) && line !== undefined
        ? { ...placement, line }
        : placed(placement, found.get(decision), order, texts);
    }),
  );
}

/** The decisions that have a line, each with the anchor and the position of its line as that stands now. */
export async function decisionsInPlace(db: PlumblineDb, { document, tab }: Place): Promise<DecisionInPlace[]> {
  const [about, decisions, placements] = await Promise.all([
    db.documents.get([document, tab]),
    db.decisions.where({ document, tab }).toArray(),
    db.placements.where({ document, tab }).toArray(),
  ]);
  if (decisions.length === 0) return [];
  const positions = new Map(about?.order.map((id, at) => [id, at]));
  const anchors = new Map(placements.map((placement) => [placement.id, placement]));
  return decisions.flatMap((decision) => {
    const placement = anchors.get(decision.id);
    const line = positions.get(placement?.line ?? -1);
    if (!placement || line === undefined) return [];
    const { quote, prefix, suffix } = placement;
    return [{ ...decision, quote, prefix, suffix, line }];
  });
}

function placed(placement: Placement, at: number | undefined, order: readonly number[], texts: Texts): Placement {
  const { line: _gone, ...lost } = placement;
  const line = at === undefined ? undefined : order[at];
  if (at === undefined || line === undefined) return lost;
  return { ...lost, ...withoutBlanks(anchorOf(texts, at), lost), line };
}

/** Only the words are sure to be there: the lines around may have been left out of the search. */
const withoutBlanks = (now: Anchor | undefined, before: Anchor): Anchor => ({
  quote: now?.quote ?? before.quote,
  prefix: now?.prefix || before.prefix,
  suffix: now?.suffix || before.suffix,
});
