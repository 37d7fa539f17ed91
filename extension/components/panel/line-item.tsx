import { useLayoutEffect, useRef } from "preact/hooks";
import type { PanelLine } from "../../services/panel/panel-lines";
import { ActionButton } from "./action-button";
import { AddTag } from "./add-tag";
import { EvidenceText } from "./evidence-text";
import { NoteField } from "./note-field";
import { usePanel } from "./panel-context";
import { StancePicker } from "./stance-picker";
import { TagCard } from "./tag-card";
import { placeOf, stateOf, TagChip } from "./tag-chip";

interface Props {
  readonly line: PanelLine;
  /** Code of the selected tag, "" for the line as a whole; absent where another line is selected. */
  readonly chosen: string | undefined;
}

/** A line with its tags; opened where it is selected. */
export function LineItem({ line, chosen }: Props) {
  const { panel } = usePanel();
  const item = useRef<HTMLLIElement>(null);
  const open = chosen !== undefined;
  const editing = open ? panel.editing.value : "none";
  const tag = line.tags.find(({ indicator }) => indicator === chosen);
  useLayoutEffect(() => {
    if (!open || editing !== "none") return;
    item.current?.scrollIntoView({ block: "nearest" });
    // Keys move the focus along, so that what is read aloud is what is selected; a field that is being typed in keeps it.
    if (document.activeElement?.matches("input, textarea, select")) return;
    const target =
      item.current?.querySelector<HTMLElement>('.chip[aria-pressed="true"]') ?? item.current?.querySelector("button");
    target?.focus({ preventScroll: true });
  }, [open, chosen, editing]);

  const select = (indicator?: string) => {
    panel.editing.value = "none";
    const same = panel.selected.value?.line === line.id && panel.selected.value.indicator === indicator;
    panel.selected.value = same ? undefined : { line: line.id, ...(indicator === undefined ? {} : { indicator }) };
  };
  const spans = line.tags
    .filter((other) => stateOf(other) !== "rejected" && (!tag || other === tag))
    .flatMap(({ evidence, indicator }) =>
      evidence.map((span) => ({ span, dimension: placeOf(panel.rubric.value, indicator).dimension })),
    );
  return (
    <li ref={item} class="line" aria-current={open ? "true" : undefined} data-line={line.at}>
      <button
        type="button"
        class="line-text"
        aria-expanded={open}
        onClick={() => select(open ? undefined : line.tags[0]?.indicator)}
      >
        {line.isNew && <span class="new">new</span>}
        <EvidenceText text={line.line.text} spans={spans} />
      </button>
      {line.tags.length > 0 && (
        <div class="chips">
          {line.tags.map((other) => (
            <TagChip
              key={other.indicator}
              tag={other}
              selected={other.indicator === chosen}
              onSelect={() => select(other.indicator)}
            />
          ))}
        </div>
      )}
      {open && editing === "none" && tag && <TagCard tag={tag} />}
      {open && editing === "add" && <AddTag line={line} />}
      {open && editing === "stance" && tag && <StancePicker line={line} tag={tag} />}
      {open && editing === "note" && tag && <NoteField line={line} tag={tag} />}
      {open && editing === "none" && (
        <div class="row compact line-actions">
          <ActionButton action="add">Add a tag</ActionButton>
          {panel.live.value && <ActionButton action="reveal">Show in document</ActionButton>}
        </div>
      )}
    </li>
  );
}
