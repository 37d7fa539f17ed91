import type { Rubric, Stance, Verdict } from "../../core/index";
import { dimensionOf } from "../dimension-of";
import type { HostLine } from "../hosts/host";
import { isMine } from "../services/whose";
import { Card, type CardTag } from "./card";
import { CardPlace } from "./card-place";
import type { Drawn, Overlay } from "./overlay";
import type { PageLayer } from "./page-layer";
import type { Chip, Mark, MarkedTag } from "./page-marks";

/** Milliseconds that the pointer rests on words before their card comes, and that it may be off both before it goes. */
const REST = 280;
const LEAVE = 350;

/** What a card needs to know and may ask for. */
export interface CardsSource {
  rubric(): Rubric | undefined;
  tagsOf(line: HostLine): readonly MarkedTag[];
  /** The line that stands there now. */
  lineAt(position: number): HostLine | undefined;
  /** Name that goes with this person's decisions; may be empty. */
  who(): string;
  /** Resolves to words for the person where it could not be kept. */
  decide(line: number, tag: MarkedTag, verdict: Verdict, stance: Stance | undefined): Promise<string>;
  caretLine(): Promise<number | undefined>;
}

/** Shows the card of the words under the pointer, of a chip that was pressed, or of the line that the keyboard chose. */
export class Cards {
  private readonly place = new CardPlace();
  private target: Drawn | undefined;
  private focused = false;
  private trouble = "";
  /** Counts what a person does in the editor. */
  private acts = 0;
  /** Id of the line of which something was answered on the card that is open. */
  private answeredLine = -1;
  private timer = 0;
  private frame = 0;

  constructor(
    private readonly page: Window,
    private readonly overlay: Overlay,
    private readonly source: CardsSource,
    signal: AbortSignal,
  ) {
    const { document } = page;
    const options = { capture: true, passive: true, signal };
    document.addEventListener("pointermove", (event) => this.point(event), options);
    // Whoever types or scrolls is not reading a card that only the pointer had opened.
    document.addEventListener("scroll", () => this.leave(), options);
    document.addEventListener("pointerdown", (event) => this.press(event), options);
    signal.addEventListener("abort", () => this.close());
  }

  /** Someone types in the editor. */
  typing(): void {
    this.acts++;
    if (!this.focused && (this.target || this.timer)) this.close();
  }

  /** Opens the card of a chip. */
  open(box: Mark | Chip, layer: PageLayer): void {
    this.show({ box, layer }, true);
  }

  /** Opens the card of the line at the caret, or of the nearest one below it, and gives it the keyboard, unless the person goes on typing. */
  async openAtCaret(): Promise<void> {
    if (this.focused) return this.move(1);
    const { acts } = this;
    const caret = await this.source.caretLine();
    // The next letters of someone who has gone on since are meant for the text.
    if (acts !== this.acts) return;
    const lines = this.overlay.markedLines();
    const found =
      lines.find(({ box, layer }) =>
        caret === undefined ? layer.inWindow(box).top > 0 : box.shown.position >= caret,
      ) ?? lines[0];
    if (found) this.show(found, true);
  }

  /** What is drawn changed: the card follows its words, or goes with them. */
  redrawn(): void {
    if (!this.target) return;
    const { shown } = this.target.box;
    const found = this.overlay.markedLines().find(({ box }) => box.shown.line.id === shown.line.id);
    // Whoever says of a line's only tag that it is not here may still take that back.
    const emptied = this.answeredLine === shown.line.id && this.source.lineAt(shown.position) === shown.line;
    if (!found && emptied) this.render();
    else if (!found) this.close();
    else if (found.box.shown.line === shown.line) this.render();
    else this.show(found, this.focused);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.target = undefined;
    this.focused = false;
    this.trouble = "";
    this.answeredLine = -1;
    this.place.hide();
  }

  private point(event: PointerEvent): void {
    cancelAnimationFrame(this.frame);
    const over = event.composedPath().includes(this.place.host);
    const { clientX, clientY, buttons } = event;
    this.frame = this.page.requestAnimationFrame(() => {
      if (this.focused || buttons) return;
      if (over) return this.stay();
      const found = this.overlay.at(clientX, clientY);
      const [mark] = found?.marks ?? [];
      if (!found || !mark) return this.leave();
      if (this.place.open && this.target?.box.shown.line.id === mark.shown.line.id) return this.stay();
      clearTimeout(this.timer);
      this.timer = Number(setTimeout(() => this.show({ box: mark, layer: found.layer }, false), REST));
    });
  }

  private press(event: PointerEvent): void {
    this.acts++;
    if (!event.composedPath().includes(this.place.host)) this.close();
  }

  private stay(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  private leave(): void {
    if (this.focused) return;
    clearTimeout(this.timer);
    this.timer = this.place.open ? Number(setTimeout(() => this.close(), LEAVE)) : 0;
  }

  private show(target: Drawn, focused: boolean): void {
    this.stay();
    if (this.target?.box.shown.line.id !== target.box.shown.line.id) {
      this.trouble = "";
      this.answeredLine = -1;
    }
    this.target = target;
    this.focused = focused;
    this.render();
  }

  private move(by: 1 | -1): void {
    const lines = this.overlay.markedLines();
    const at = lines.findIndex(({ box }) => box.shown.position === this.target?.box.shown.position);
    const next = lines[(at + by + lines.length) % lines.length];
    if (next) this.show(next, true);
  }

  private render(): void {
    const { target } = this;
    const rubric = this.source.rubric();
    if (!target || !rubric) return;
    const { line, position } = target.box.shown;
    const first = "marked" in target.box ? target.box.marked.tag.indicator : undefined;
    const me = this.source.who();
    const tags = this.source.tagsOf(line).map((tag): CardTag => {
      const answered = tag.tag.standing?.voices.some((voice) => isMine(voice, me)) ?? false;
      return { ...tag, answered, indicator: dimensionOf(rubric, tag.tag.indicator).indicator };
    });
    // The words that were pointed at speak first.
    tags.sort((a, b) => Number(b.tag.indicator === first) - Number(a.tag.indicator === first));
    const card = (
      <Card
        key={line.id}
        line={line.text}
        tags={tags}
        me={me}
        focused={this.focused}
        trouble={this.trouble}
        decide={async (tag, verdict, stance) => {
          this.answeredLine = line.id;
          const trouble = await this.source.decide(position, tag, verdict, stance);
          if (this.target?.box.shown.line.id !== line.id) return;
          this.trouble = trouble;
          this.render();
        }}
        move={(by) => this.move(by)}
        close={() => this.close()}
      />
    );
    this.place.show(card, target.layer.inWindow(target.box), this.focused);
  }
}
