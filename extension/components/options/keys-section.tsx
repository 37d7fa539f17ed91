import { useSignal } from "@preact/signals";
import {
  ACTIONS,
  type Action,
  CARD_KEYS,
  DOCUMENT_KEYS,
  KEYS,
  keyName,
  keysInUse,
  sharedWith,
} from "../../services/panel/keys";
import * as settings from "../../settings";
import { KeyList } from "../key-list";
import { useSetting } from "./use-setting";

/** The keys of the panel, each of which can be another. */
export function KeysSection() {
  const [own, setOwn] = useSetting(settings.ownKeys);
  const [letters, setLetters] = useSetting(settings.letterKeys);
  const said = useSignal("");
  const keys = keysInUse(own);
  const choose = (action: Action, key: string) => {
    const [other] = sharedWith(own, action, key);
    if (other) said.value = `${keyName(key)} is taken by “${KEYS[other].does}”. Give that another key first.`;
    else {
      said.value = `“${KEYS[action].does}” is now ${keyName(key)}.`;
      setOwn({ ...own, [action]: key });
    }
  };
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <p>
        Most work in the panel, where <kbd>{keys.help}</kbd> lists them. The browser's own page of shortcuts can change
        those that open the panel and hide the marks.
      </p>
      <h3>In the document</h3>
      <KeyList keys={DOCUMENT_KEYS} />
      <h3>On the card in the document</h3>
      <KeyList keys={CARD_KEYS} />
      <h3>In the panel</h3>
      <label class="check">
        <input type="checkbox" checked={letters} onChange={({ currentTarget: { checked } }) => setLetters(checked)} />
        Letters alone are keys. Switch it off where something else types for you, such as speech input; then hold Alt.
      </label>
      <details>
        <summary>Change single keys</summary>
        <p class="small quiet">Click into a field and press the key you want.</p>
        <div class="key-table">
          {ACTIONS.map((action) => (
            <label key={action}>
              <input
                type="text"
                size={7}
                readOnly
                value={keyName(keys[action], letters)}
                data-key-of={action}
                onKeyDown={(event) => {
                  if ([...event.key].length !== 1 || event.ctrlKey || event.metaKey || event.key === " ") return;
                  event.preventDefault();
                  choose(action, event.key);
                }}
              />
              {KEYS[action].does}
            </label>
          ))}
        </div>
        <button
          type="button"
          onClick={() => {
            setOwn({});
            said.value = "Every key is as it came.";
          }}
        >
          All keys as they came
        </button>
      </details>
      <p role="status">{said.value}</p>
    </section>
  );
}
