import { dayIn, type NamedDay } from "./dates";
import { type TimeBox, timeBoxIn } from "./time-boxes";

export { type TimeBox, timeBoxIn };

/** A role that a line gives to somebody: "Facilitator: Marisol". */
export interface Role {
  readonly role: string;
  readonly who: string;
}

/** What a line says beside its words: when, how long, who, which role. */
export interface LineDetails {
  readonly time?: TimeBox;
  readonly day?: NamedDay;
  readonly owners: readonly string[];
  readonly roles: readonly Role[];
}

const NAME = "(?:(?:Mr|Mrs|Ms|Miss|Dr|Mme|M)\\.? )?\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’-]*)?";
const NAMES = `${NAME}(?:(?: ?[,/&+] ?| and )${NAME})*`;
const ROLES =
  "facilitator|fac|recorder|rec|note ?-?taker|time ?-?keeper|chair|scribe|minutes|process observer|norms? keeper";
const ROLE = new RegExp(`\\b(${ROLES})\\b\\.?\\s*[:=–-]?\\s+(${NAMES})`, "giu");
const ROLE_WORD = new RegExp(`\\b(?:${ROLES})\\b`, "i");
const OWNER_AT_END = new RegExp(
  `(?:[–—-]|\\(|→|\\bowner:?|\\bwho:?|@)\\s*(${NAMES})\\)?(?=[\\s.,;)]*(?:$|by\\b|due\\b|\\())`,
  "u",
);
const OWNER_FIRST = new RegExp(`^(${NAMES})(?: to | will | is going to |: )`, "u");
/** Before a dash only several names are surely people: "Lou & Ben – plan it", but "Budget – plan it". */
const OWNERS_FIRST = new RegExp(`^(${NAME}(?:(?: ?[,/&+] ?| and )${NAME})+) ?[–—-] `, "u");

/** Reads time, day, owners and roles of a line. */
export function detailsOf(text: string): LineDetails {
  const time = timeBoxIn(text);
  const day = dayIn(text);
  const roles: Role[] = [];
  text.replace(ROLE, (whole, role: string, who: string) => {
    roles.push({ role: role.toLowerCase(), who });
    return whole;
  });
  const owner = (OWNER_FIRST.exec(text) ?? OWNERS_FIRST.exec(text) ?? OWNER_AT_END.exec(text))?.[1];
  const owners = owner && !ROLE_WORD.test(owner) ? owner.split(/ ?[,/&+] ?| and /).filter(Boolean) : [];
  return { owners, roles, ...(time ? { time } : {}), ...(day ? { day } : {}) };
}
