import { OWN } from "../hosts/watch-pages";
import { STANCE_WORDS } from "../services/panel/wording";
import theme from "../theme.css?inline";
import style from "./overlay.css?inline";
import type { Chip, Mark } from "./page-marks";

const SIDES = ["left", "top", "width", "height"] as const;

/** What is drawn on one page of the editor. Moves with it: it is a child of the page, behind a shadow root that is open to see what stands there. */
export class PageLayer {
  private readonly host: HTMLElement;
  private readonly root: ShadowRoot;
  private readonly marks: HTMLElement[] = [];
  private readonly chips: HTMLButtonElement[] = [];
  private drawn: { marks: readonly Mark[]; chips: readonly Chip[] } = { marks: [], chips: [] };
  /** What each chip and each underline was drawn as. */
  private readonly chipLooks: string[] = [];
  private readonly looks: { mark: Mark; position: number; lit: boolean }[] = [];

  constructor(
    private readonly page: HTMLElement,
    private readonly opened: (chip: Chip) => void,
  ) {
    this.host = document.createElement("div");
    this.host.setAttribute(OWN, "");
    // Inline, so that no rule of the page reaches it. A layer of its own: else the cursor would be painted with it, and all of it again
    // whenever the cursor moves.
    this.host.style.cssText =
      "all:initial;position:absolute;inset:0;pointer-events:none;overflow:visible;will-change:transform";
    this.root = this.host.attachShadow({ mode: "open" });
    const sheet = document.createElement("style");
    sheet.textContent = theme.replaceAll(":root", ":host") + style;
    this.root.append(sheet);
  }

  /** Draws these and nothing else; `lit`: position of the line to light up. Elements that are there are used again. */
  draw(marks: readonly Mark[], chips: readonly Chip[], lit: number | undefined): void {
    this.drawn = { marks, chips };
    if (this.host.parentNode !== this.page && (marks.length || chips.length)) this.page.append(this.host);
    marks.forEach((mark, at) => {
      const { position } = mark.shown;
      const look = { mark, position, lit: lit === position };
      const before = this.looks[at];
      if (before?.mark === mark && before.position === position && before.lit === look.lit) return;
      this.looks[at] = look;
      const element = this.marks[at] ?? this.added(this.marks, "i");
      const { tag, dimension } = mark.marked;
      place(element, mark, before?.mark);
      if (mark.level !== before?.mark.level) element.style.setProperty("--level", `${mark.level}`);
      put(element, "data-plumbline-code", tag.indicator);
      put(element, "data-plumbline-line", `${position}`);
      put(element, "data-stance", tag.stance);
      put(element, "data-tier", tag.tier);
      put(element, "data-dim", `${dimension}`);
      element.toggleAttribute("data-lit", look.lit);
    });
    this.looks.length = marks.length;
    for (const element of this.marks.splice(marks.length)) element.remove();
    chips.forEach((chip, at) => {
      const look = lookOf(chip);
      if (this.chipLooks[at] === look) return;
      this.chipLooks[at] = look;
      const button = this.chips[at] ?? this.addedChip();
      place(button, chip, undefined);
      button.style.setProperty("--height", `${chip.height}px`);
      put(button, "data-plumbline-code", chip.tags.map(({ tag }) => tag.indicator).join(" "));
      put(button, "data-plumbline-line", `${chip.shown.position}`);
      label(button, chip);
    });
    this.chipLooks.length = chips.length;
    for (const button of this.chips.splice(chips.length)) button.remove();
  }

  /** What lies at a point of the window. */
  at(x: number, y: number): readonly Mark[] {
    if (!this.drawn.marks.length) return [];
    const { left, top, width } = this.host.getBoundingClientRect();
    const scale = width / (this.host.offsetWidth || width || 1);
    const [px, py] = [(x - left) / scale, (y - top) / scale];
    return this.drawn.marks.filter(
      (mark) => px >= mark.left && px < mark.left + mark.width && py >= mark.top && py < mark.top + mark.height + 3,
    );
  }

  /** All that is drawn: underlines, then chips. */
  get boxes(): readonly (Mark | Chip)[] {
    return [...this.drawn.marks, ...this.drawn.chips];
  }

  /** Where in the window a box of this page is. */
  inWindow(box: Mark | Chip): DOMRect {
    const { left, top, width } = this.host.getBoundingClientRect();
    const scale = width / (this.host.offsetWidth || width || 1);
    return new DOMRect(left + box.left * scale, top + box.top * scale, box.width * scale, box.height * scale);
  }

  /** Lights up the marks of a line, until `light(undefined)`. */
  light(position: number | undefined): void {
    this.draw(this.drawn.marks, this.drawn.chips, position);
  }

  remove(): void {
    this.host.remove();
  }

  private added(list: HTMLElement[], name: string): HTMLElement {
    const element = document.createElement(name);
    list.push(element);
    this.root.append(element);
    return element;
  }

  private addedChip(): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    // A press in the margin would move the caret.
    for (const name of ["mousedown", "mouseup", "pointerdown", "pointerup", "click"])
      button.addEventListener(name, (event) => {
        event.preventDefault();
        event.stopPropagation();
        const chip = this.drawn.chips[this.chips.indexOf(button)];
        // The page can reach the chip, too: only a person opens its card.
        if (name === "click" && chip && event.isTrusted) this.opened(chip);
      });
    this.chips.push(button);
    this.root.append(button);
    return button;
  }
}

/** Writes where an element stands, which costs less than to ask it. `before`: where it was put before. */
function place({ style }: HTMLElement, now: Mark | Chip, before: Mark | undefined): void {
  for (const side of SIDES) if (now[side] !== before?.[side]) style[side] = `${Math.round(now[side] * 100) / 100}px`;
}

function put(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** All that a chip's looks come from. */
function lookOf({ left, top, width, height, codes, tags, shown }: Chip): string {
  const said = tags.map(({ tag, dimension }) => `${tag.indicator}${tag.stance}${tag.tier}${dimension}`);
  return [left, top, width, height, codes, shown.position, ...said].join(" ");
}

/** Says on a chip what it is of; what only a shape or a number tells to the eye stands there in words for others. */
function label(button: HTMLElement, { tags, codes }: Chip): void {
  const shown = tags.slice(0, codes).map(({ tag, dimension }) => {
    const code = document.createElement("span");
    code.dataset.dim = `${dimension}`;
    code.dataset.tier = tag.tier;
    const shape = document.createElement("b");
    shape.ariaHidden = "true";
    shape.textContent = STANCE_WORDS[tag.stance].mark;
    code.append(shape, tag.indicator, unseen(`, ${STANCE_WORDS[tag.stance].name.toLowerCase()};`));
    return code;
  });
  const rest = tags.slice(codes);
  const more = document.createElement("span");
  more.className = "more";
  more.append(`+${rest.length}`, unseen(`: ${rest.map(({ tag }) => tag.indicator).join(", ")}`));
  button.replaceChildren(...shown, ...(rest.length > 0 ? [more] : []));
}

function unseen(words: string): HTMLElement {
  const element = document.createElement("em");
  element.textContent = words;
  return element;
}
