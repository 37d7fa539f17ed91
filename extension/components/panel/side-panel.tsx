import { useMemo } from "preact/hooks";
import { browser } from "wxt/browser";
import { db } from "../../db";
import { type Actions, createActions } from "../../services/panel/actions";
import { copyDecisions } from "../../services/panel/copy-decisions";
import { keysInUse } from "../../services/panel/keys";
import { followSetting } from "../../services/panel/live";
import { createPanel } from "../../services/panel/panel";
import { createStoreSource } from "../../services/panel/store-source";
import { tellTrouble } from "../../services/sync/tell-trouble";
import * as settings from "../../settings";
import { PanelApp } from "./panel-app";

/** The panel over the store and the open document, for as long as its page lives. */
export function SidePanel() {
  const { panel, actions, ownKeys, letterKeys } = useMemo(setUp, []);
  return <PanelApp panel={panel} actions={actions} keys={keysInUse(ownKeys.value)} letters={letterKeys.value} />;
}

function setUp() {
  const ends = new AbortController();
  addEventListener("pagehide", () => ends.abort());
  const panel = createPanel(createStoreSource(db, ends.signal), ends.signal);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) panel.markSeen();
  });
  tellTrouble(
    db,
    (words) => {
      panel.said.value = words;
    },
    ends.signal,
  );
  const actions: Actions = createActions(panel, {
    focusSearch: () => document.getElementById("search")?.focus(),
    openSettings: () => void browser.runtime.openOptionsPage(),
    copyDecisions: async () => {
      panel.said.value = await copyDecisions(db, (text) => navigator.clipboard.writeText(text));
    },
  });
  return {
    panel,
    actions,
    ownKeys: followSetting(settings.ownKeys, ends.signal),
    letterKeys: followSetting(settings.letterKeys, ends.signal),
  };
}
