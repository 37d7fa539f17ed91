import type { MachineAgreement } from "./machine";
import type { PairAgreement, PairTotals } from "./people";

/** Fewer lines than these say little of how two agree. */
const FEW = 5;

const lines = (count: number): string => `${count} ${count === 1 ? "line" : "lines"}`;

/** What a team can say of the program's suggestions for one indicator, in a few plain sentences. `title` names the indicator. */
export function machineSentences(title: string, agreement: MachineAgreement): string {
  const { kept, turnedDown, added, offered, sameStance, open } = agreement;
  const found = kept + turnedDown;
  const said: string[] = [];
  if (found > 0)
    said.push(
      `Of ${lines(found)} found for ${title}, you kept ${kept}${turnedDown ? ` and turned down ${turnedDown}` : ""}.`,
    );
  if (added > 0) {
    const looked =
      offered === 0
        ? ""
        : offered === added
          ? `, ${added === 1 ? "" : "all "}offered as worth a look`
          : `, ${offered} of them offered as worth a look`;
    said.push(`You added ${found > 0 ? `${added} more` : `${lines(added)} for ${title}`}${looked}.`);
  }
  if (kept > sameStance)
    said.push(`In ${kept - sameStance} of those kept, you changed whether it happened, is planned or was missed.`);
  if (said.length === 0)
    return open > 0
      ? `Nobody has looked at the ${lines(open)} found for ${title} yet.`
      : `Nothing has been decided on ${title} yet.`;
  if (found + added < FEW) said.push("That is little to go by yet.");
  else if (turnedDown > kept)
    said.push(`Worth a talk: what would have to stand in a line for it to count as ${title}?`);
  else if (added > kept) said.push("Words of yours that it does not know can be added to your rubric as phrases.");
  if (open > 0) said.push(`${open === 1 ? "One more is" : `${open} more are`} waiting for a look.`);
  return said.join(" ");
}

/** What two people can talk about with regard to one indicator. `title` names it. */
export function pairSentences(title: string, people: PairAgreement["people"], totals: PairTotals): string {
  const { both, onlyFirst, onlySecond, sameStance, opposed } = totals;
  const [first, second] = people;
  const apart = onlyFirst + onlySecond;
  if (both + apart === 0) return `Neither ${first} nor ${second} sees ${title} in the lines that both looked at.`;
  const said: string[] = [];
  if (both > 0) said.push(`${first} and ${second} both see ${title} in ${lines(both)}.`);
  if (onlyFirst > 0) said.push(`Only ${first} sees ${both ? "it" : title} in ${lines(onlyFirst)}.`);
  if (onlySecond > 0) said.push(`Only ${second} sees ${both || onlyFirst ? "it" : title} in ${lines(onlySecond)}.`);
  if (both > sameStance)
    said.push(
      `${both === 1 ? "There" : `On ${both - sameStance} of the ${both}`}, they differ in whether it happened, is planned or was missed.`,
    );
  if (both + apart < FEW) said.push("That is little to go by yet.");
  if (apart > 0) {
    const told =
      opposed === 0 || apart === 1 ? "" : `, ${opposed === apart ? "all" : opposed} of them turned down by the other`;
    const which =
      apart === 1
        ? `that line${opposed ? ", which the other turned down," : ""}`
        : `those ${lines(apart)}${told && `${told},`}`;
    said.push(`Worth a talk: read ${which} together. What does ${title} mean to each of you?`);
  } else if (both === sameStance) said.push("They see the same.");
  return said.join(" ");
}

/** How much two people looked at together, in one sentence. */
export function pairHeadline({ people: [first, second], documents, lines: shared, oneOnly }: PairAgreement): string {
  const where = documents === 1 ? "one document" : `${documents} documents`;
  const rest =
    oneOnly === 0 ? "" : `; ${lines(oneOnly)} there ${oneOnly === 1 ? "was" : "were"} looked at by one of them only`;
  return `${first} and ${second} both looked at ${lines(shared)} of ${where}${rest}.`;
}

/** The indicators of a pair on which there is most to talk about: most lines apart first. Those without any are left out. */
export function worthATalk(indicators: PairAgreement["indicators"]): string[] {
  const apart = ({ onlyFirst, onlySecond, both, sameStance }: PairTotals) =>
    onlyFirst + onlySecond + (both - sameStance);
  return Object.entries(indicators)
    .filter(([, totals]) => apart(totals) > 0)
    .sort(([a, one], [b, other]) => apart(other) - apart(one) || (a < b ? -1 : 1))
    .map(([code]) => code);
}
