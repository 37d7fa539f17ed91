import { dayIn, type NamedDay } from "./dates";

/** A stretch of time that an item is given. */
export interface TimeBox {
  /** Minutes from midnight, where a clock time is given; afternoon is guessed for school hours (1:00–6:59). */
  readonly from?: number;
  readonly to?: number;
  /** Length in minutes, where it is given or follows from `from` and `to`. */
  readonly minutes?: number;
  readonly start: number;
  readonly end: number;
}

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

const CLOCK = "(\\d{1,2})(?:[:.h](\\d{2}))?\\s?([ap])?\\.?(?:m\\b\\.?)?";
const RANGE = new RegExp(`(?<![\\d/$£€.:])${CLOCK}\\s?(?:-|–|—|to|until)\\s?${CLOCK}(?![\\d/%])`, "i");
const SINGLE = /(?<![\d/$£€.:-])(\d{1,2})(?::|\.|h)(\d{2})\s?([ap])?\.?(?:m\b\.?)?(?![\d/%])/i;
const LENGTH =
  /(?<![\d/.$£€])(?:(\d{1,2})\s?[x×]\s?)?(\d{1,3}|½)\s?(?:(h(?:ou)?rs?\b|h\b)|(?:min(?:ute)?s?|mn|m)\b\.?|['′’](?![a-z]))/i;

/** The time box that a text gives, or undefined: "10 min", "2:10–2:30", "2x15 min", "½ hr", "10'". */
export function timeBoxIn(text: string): TimeBox | undefined {
  const range = RANGE.exec(text);
  if (range && (range[2] !== undefined || range[5] !== undefined)) {
    const [from, to] = [
      clock(range[1], range[2], range[3] ?? range[6]),
      clock(range[4], range[5], range[6] ?? range[3]),
    ];
    if (from !== undefined && to !== undefined) {
      const later = to <= from ? to + 12 * 60 : to;
      return { from, to: later, minutes: later - from, ...placeOf(range) };
    }
  }
  const length = LENGTH.exec(text);
  if (length) {
    const one = length[2] === "½" ? 0.5 : Number(length[2]);
    const minutes = Number(length[1] ?? 1) * one * (length[3] ? 60 : 1);
    const single = SINGLE.exec(text.slice(0, length.index));
    const from = single ? clock(single[1], single[2], single[3]) : undefined;
    return { minutes, ...placeOf(length), ...(from === undefined ? {} : { from }) };
  }
  const single = SINGLE.exec(text);
  const from = single ? clock(single[1], single[2], single[3]) : undefined;
  return single && from !== undefined ? { from, ...placeOf(single) } : undefined;
}

const placeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });

/** Minutes from midnight. Without am or pm, hours before seven are taken as afternoon: teams meet in school hours. */
function clock(hour: string | undefined, minute: string | undefined, half: string | undefined): number | undefined {
  const hours = Number(hour);
  const minutes = Number(minute ?? 0);
  if (hours > 24 || minutes > 59) return undefined;
  const after = half ? half.toLowerCase() === "p" && hours < 12 : hours < 7;
  return (hours + (after ? 12 : 0)) * 60 + minutes;
}

const NAME = "(?:(?:Mr|Mrs|Ms|Miss|Dr|Mme|M)\\.? )?\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’-]*)?";
const NAMES = `${NAME}(?:(?: ?[,/&+] ?| and )${NAME})*`;
const ROLE = new RegExp(
  `\\b(facilitator|fac|recorder|rec|note ?-?taker|time ?-?keeper|chair|scribe|minutes|process observer|norms? keeper)\\b\\.?\\s*[:=–-]?\\s+(${NAMES})`,
  "giu",
);
const ROLE_WORD =
  /\b(facilitator|fac|recorder|rec|note ?-?taker|time ?-?keeper|chair|scribe|minutes|process observer|norms? keeper)\b/i;
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
