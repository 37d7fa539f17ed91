import { Component } from "preact";
import type { Indicator, Stance, Verdict } from "../../core/index";
import { STANCE_WORDS, whoInWords } from "../services/panel/wording";
import type { MarkedTag } from "./page-marks";

const STANCES: readonly Stance[] = ["evidenced", "planned", "contrary"];

/** A tag with the words of its indicator. */
export interface CardTag extends MarkedTag {
  readonly indicator: Indicator | undefined;
  /** Whether this person has answered it. */
  readonly answered: boolean;
}

interface State {
  /** Which of the tags is shown. */
  readonly at: number;
  /** Whether another stance is being chosen. */
  readonly changing: boolean;
}

interface Props {
  /** Words of the line: the keyboard also comes to lines that are out of view. */
  readonly line: string;
  readonly tags: readonly CardTag[];
  /** Name that goes with this person's decisions; may be empty. */
  readonly me: string;
  /** Whether the keyboard opened it: then it takes the focus. */
  readonly focused: boolean;
  readonly trouble: string;
  decide(tag: CardTag, verdict: Verdict, stance?: Stance): void;
  /** Goes to the next line with marks, or the one before. */
  move(by: 1 | -1): void;
  close(): void;
}

/** What the tags of some words say, why, and what a person can make of them. Text of the document stays text. */
export class Card extends Component<Props, State> {
  override state: State = { at: 0, changing: false };

  override render({ line, tags, me, focused, trouble, decide, move, close }: Props, { at, changing }: State) {
    const tag = tags[Math.min(at, tags.length - 1)];
    if (!tag) return null;
    const { indicator, dimension } = tag;
    const { stance, why, standing, indicator: code } = tag.tag;
    const words = STANCE_WORDS[stance];
    const verdict = standing?.decision.verdict;
    const say = (said: Verdict, other: Stance = stance) => {
      this.setState({ changing: false });
      decide(tag, said, said === "reject" || said === "withdraw" ? undefined : other);
    };
    const change = () => this.setState({ changing: !changing });
    const choose = (chosen: Stance) => say(chosen === stance ? "accept" : "restance", chosen);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const chosen = STANCES[Number(key) - 1];
      if (key === "Escape") close();
      else if (key === "a") say("accept");
      else if (key === "r") say("reject");
      else if (key === "s") change();
      else if (key === "u" && tag.answered) say("withdraw");
      else if (chosen && changing) choose(chosen);
      else if (key === "n" || key === "p") move(key === "n" ? 1 : -1);
      else if (key === "ArrowRight" || key === "ArrowLeft")
        this.setState({ at: (at + (key === "ArrowRight" ? 1 : tags.length - 1)) % tags.length });
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return (
      <div
        class="card"
        role="dialog"
        aria-label={`${code} ${indicator?.title ?? ""}`}
        tabIndex={-1}
        data-dim={dimension}
        onKeyDown={onKeyDown}
      >
        {focused && <p class="quiet line">{line}</p>}
        {tags.length > 1 && (
          <div class="codes" role="tablist" aria-label="Tags on these words">
            {tags.map((other, n) => (
              <button
                type="button"
                role="tab"
                key={other.tag.indicator}
                aria-selected={other === tag}
                data-dim={other.dimension}
                onClick={() => this.setState({ at: n })}
              >
                {other.tag.indicator}
              </button>
            ))}
          </div>
        )}
        <p class="title">
          <span class="code">{code}</span> {indicator?.title}
        </p>
        <p>
          <span aria-hidden="true">{words.mark}</span> <b>{words.name}</b>: {words.meaning}
        </p>
        <p class="quiet">{whoInWords(tag.tag, me)}.</p>
        {why && <p>{why}</p>}
        {trouble && (
          <p class="trouble" role="status">
            {trouble}
          </p>
        )}
        <div class="row">
          <Answer keys="A" pressed={verdict === "accept"} main={!standing} onClick={() => say("accept")}>
            Agree
          </Answer>
          <Answer keys="R" pressed={verdict === "reject"} onClick={() => say("reject")}>
            Not here
          </Answer>
          <Answer keys="S" pressed={changing} onClick={change}>
            Change
          </Answer>
          {tag.answered && (
            <Answer keys="U" onClick={() => say("withdraw")}>
              Take back
            </Answer>
          )}
        </div>
        {changing && (
          <div class="stances">
            {STANCES.map((other, n) => (
              <Answer key={other} keys={`${n + 1}`} pressed={other === stance} onClick={() => choose(other)}>
                <span aria-hidden="true">{STANCE_WORDS[other].mark}</span> {STANCE_WORDS[other].name}
              </Answer>
            ))}
          </div>
        )}
        {focused && <p class="quiet hint">{tags.length > 1 && "← → other tag, "}N next line, P before, Esc back</p>}
      </div>
    );
  }
}

function Answer(props: {
  readonly keys: string;
  /** Absent: nothing that stays pressed. */
  readonly pressed?: boolean;
  readonly main?: boolean;
  onClick(): void;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={props.main ? "main" : ""}
      aria-pressed={props.pressed}
      aria-keyshortcuts={props.keys}
      onClick={props.onClick}
    >
      {props.children} <span class="key">{props.keys}</span>
    </button>
  );
}
