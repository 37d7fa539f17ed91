import { useEffect, useRef } from "preact/hooks";
import { ACTIONS, KEYS } from "../../services/panel/keys";
import { usePanel } from "./panel-context";

const GROUPS = ["Move", "Decide", "Look", "More"] as const;

/** Every key and what it does. */
export function KeysHelp() {
  const { panel, keys } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (panel.helpShown.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [panel.helpShown.value]);
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby="keys-title"
      onClose={() => {
        panel.helpShown.value = false;
      }}
    >
      <div class="sheet-title">
        <h2 id="keys-title">Keys</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close{" "}
          <span class="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </div>
      <p class="small quiet">They work whenever the panel has the focus and you are not typing in a field.</p>
      {GROUPS.map((group) => (
        <section key={group}>
          <h3 class="small">{group}</h3>
          <dl class="keys">
            {ACTIONS.filter((action) => KEYS[action].group === group).map((action) => (
              <div key={action}>
                <dt>
                  <kbd>{keys[action]}</kbd>
                </dt>
                <dd>{KEYS[action].does}</dd>
              </div>
            ))}
            {group === "More" && (
              <>
                <div>
                  <dt>
                    <kbd>Esc</kbd>
                  </dt>
                  <dd>Leave what is open</dd>
                </div>
                <div>
                  <dt>
                    <kbd>Alt Shift P</kbd>
                  </dt>
                  <dd>Open or close the panel, from the document</dd>
                </div>
                <div>
                  <dt>
                    <kbd>Alt Shift H</kbd>
                  </dt>
                  <dd>Hide or show the marks, from the document</dd>
                </div>
              </>
            )}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
