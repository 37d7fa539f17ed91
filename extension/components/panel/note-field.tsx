import { useLayoutEffect, useRef } from "preact/hooks";
import type { DecidedTag } from "../../../core/index";
import type { PanelLine } from "../../services/panel/panel-lines";
import { isMine } from "../../services/whose";
import { usePanel } from "./panel-context";

/** The most that a note may hold, in UTF-16 units (see `decisionSchema`). */
const LONGEST = 2000;

/** Writes a note to a tag. It goes with the person's answer; without one, writing a note agrees. */
export function NoteField({ line, tag }: { readonly line: PanelLine; readonly tag: DecidedTag }) {
  const { panel } = usePanel();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const mine = tag.standing?.voices.find((voice) => isMine(voice, panel.source.who.value));
  const rejected = tag.standing?.decision.verdict === "reject";
  const close = () => {
    panel.editing.value = "none";
  };
  const save = () => {
    const note = field.current?.value.trim() ?? "";
    close();
    const verdict = mine && mine.verdict !== "withdraw" ? mine.verdict : rejected ? "reject" : "accept";
    void panel.decider.decide(`Note to ${tag.indicator}`, [
      { line: line.at, indicator: tag.indicator, verdict, stance: tag.stance, note, reader: tag.reader },
    ]);
  };
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        else return;
        event.stopPropagation();
      }}
    >
      <label class="small quiet" for="note">
        Note to {tag.indicator}
      </label>
      <textarea id="note" ref={field} rows={3} maxLength={LONGEST} defaultValue={mine?.note ?? ""} />
      <div class="row compact">
        <button type="submit" class="main">
          Keep the note{" "}
          <span class="key" aria-hidden="true">
            Ctrl Enter
          </span>
        </button>
        <button type="button" onClick={close}>
          Leave it{" "}
          <span class="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </div>
    </form>
  );
}
