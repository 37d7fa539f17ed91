import { NotFaked } from "../api/api-error";

type Parts = Readonly<Record<string, string>>;

function partsOf(milliseconds: number, timeZone: string): Parts {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "long",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    timeZoneName: "longOffset",
  });
  return Object.fromEntries(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A date by the letters of Java's SimpleDateFormat, as `Utilities.formatDate` takes them. */
export function formatDate(milliseconds: number, timeZone: string, pattern: string): string {
  const parts = partsOf(milliseconds, timeZone);
  const number = (part: string, length: number): string => String(Number(parts[part])).padStart(length, "0");
  const month = MONTHS.indexOf(parts.month ?? "") + 1;
  const offset = (parts.timeZoneName ?? "GMT").replace("GMT", "") || "+00:00";
  const hour = Number(parts.hour);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token: string, quoted?: string) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    const length = token.length;
    switch (token[0]) {
      case "y":
        return length === 2 ? (parts.year ?? "").slice(-2) : number("year", length);
      case "M":
        return length >= 4
          ? (parts.month ?? "")
          : length === 3
            ? (parts.month ?? "").slice(0, 3)
            : String(month).padStart(length, "0");
      case "d":
        return number("day", length);
      case "E":
        return length >= 4 ? (parts.weekday ?? "") : (parts.weekday ?? "").slice(0, 3);
      case "H":
        return number("hour", length);
      case "h":
        return String(hour % 12 || 12).padStart(length, "0");
      case "m":
        return number("minute", length);
      case "s":
        return number("second", length);
      case "S":
        return String(((milliseconds % 1000) + 1000) % 1000).padStart(length, "0");
      case "a":
        return hour < 12 ? "AM" : "PM";
      case "Z":
        return offset.replace(":", "");
      case "X":
        return offset === "+00:00" ? "Z" : length === 3 ? offset : offset.replace(":", "");
      default:
        throw new NotFaked(`Utilities.formatDate with ${token}`);
    }
  });
}
