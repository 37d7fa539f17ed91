import { useEffect, useRef } from "preact/hooks";
import { ACTIONS, AGENDA_KEYS, CARD_KEYS, DOCUMENT_KEYS, EVERYWHERE_KEYS, KEYS } from "../../services/panel/keys";
import { KeyList, KeyOf } from "../key-list";
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
              <KeyOf key={action} keys={keys[action]} does={KEYS[action].does} />
            ))}
          </dl>
        </section>
      ))}
      <section>
        <h3 class="small">For what has no key here</h3>
        <KeyList keys={EVERYWHERE_KEYS} />
      </section>
      <section>
        <h3 class="small">In the agenda check</h3>
        <KeyList keys={AGENDA_KEYS} />
      </section>
      <section>
        <h3 class="small">In the document</h3>
        <KeyList keys={DOCUMENT_KEYS} />
      </section>
      <section>
        <h3 class="small">On the card in the document</h3>
        <KeyList keys={CARD_KEYS} />
      </section>
    </dialog>
  );
}
