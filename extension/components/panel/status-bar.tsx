import { ActionButton } from "./action-button";
import { usePanel } from "./panel-context";

/** What was just done, how to take it back, and what could not be kept. */
export function StatusBar() {
  const { panel, embedded } = usePanel();
  const Foot = embedded ? "div" : "footer";
  const { decider, said } = panel;
  const undecided = decider.trouble.value;
  const trouble = undecided ?? panel.trouble.value;
  return (
    <Foot class="panel-foot">
      {trouble && (
        <div class="notice" role="alert">
          <p>{trouble.message}</p>
          {panel.trouble.value && (
            <p class="small">Plumbline tries again by itself. Google Docs has saved what you wrote.</p>
          )}
          {undecided && undecided.code !== "refused" && (
            <>
              <p class="small">Your last decisions are not kept yet; they wait here.</p>
              <button type="button" onClick={() => void decider.retry()}>
                Try again
              </button>
            </>
          )}
        </div>
      )}
      <div class="row compact">
        <p class="small said" role="status">
          {said.value}
        </p>
        <ActionButton
          action="undo"
          disabled={!decider.undoLabel.value}
          label={`Take back: ${decider.undoLabel.value ?? "nothing yet"}`}
        >
          Undo
        </ActionButton>
        <ActionButton
          action="redo"
          disabled={!decider.redoLabel.value}
          label={`Do again: ${decider.redoLabel.value ?? "nothing yet"}`}
        >
          Redo
        </ActionButton>
      </div>
    </Foot>
  );
}
