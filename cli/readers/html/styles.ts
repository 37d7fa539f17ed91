import { attribute, classesOf, type Element } from "./tree";

/** What of an element's looks matters to notes; absent where it says nothing. */
export interface Look {
  readonly bold?: boolean;
  readonly hidden?: true;
}

/** Looks by class, with or without a tag (`.c3`, `p.western`). Google Docs says "bold" only so: `.c3{font-weight:700}`. */
export type Styles = ReadonlyMap<string, Look>;

/** Reads the plain class rules of a style sheet. */
export function stylesOf(css: string): Styles {
  const styles = new Map<string, Look>();
  // Cut at braces, not matched by a pattern: on a sheet without closing braces a pattern takes time squared.
  for (const rule of css.split("}")) {
    const brace = rule.lastIndexOf("{");
    if (brace < 0) continue;
    const look = lookOf(rule.slice(brace + 1));
    if (look.bold === undefined && !look.hidden) continue;
    for (const selector of rule.slice(0, brace).split(",")) {
      const plain = selector.trim();
      if (/^\w*\.[\w-]+$/.test(plain)) styles.set(plain, { ...styles.get(plain), ...look });
    }
  }
  return styles;
}

/** How an element looks by its own style, its classes, its tag and its attributes. */
export function lookOfElement(element: Element, styles: Styles): Look {
  let look: Look = BOLD_TAGS.has(element.tagName) ? { bold: true } : {};
  for (const name of classesOf(element))
    look = { ...look, ...styles.get(`.${name}`), ...styles.get(`${element.tagName}.${name}`) };
  const style = attribute(element, "style");
  if (style) look = { ...look, ...lookOf(style) };
  const concealed = attribute(element, "hidden") !== undefined || attribute(element, "aria-hidden") === "true";
  return concealed ? { ...look, hidden: true } : look;
}

const BOLD_TAGS: ReadonlySet<string> = new Set(["b", "strong"]);

function lookOf(declarations: string): Look {
  const weight = /font-weight\s*:\s*(bold|normal|\d00)/i.exec(declarations)?.[1]?.toLowerCase();
  const hidden = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(declarations);
  return {
    ...(weight === undefined ? {} : { bold: weight === "bold" || Number(weight) >= 600 }),
    ...(hidden ? { hidden } : {}),
  };
}
