import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { ask } from "../ask";
import { db } from "../db";
import { answerMessages } from "../services/keeper";
import { openDocuments } from "../services/open-documents";
import { answerSecondReader } from "../services/second-reader/answer-second-reader";
import { offscreenDoor } from "../services/second-reader/offscreen-door";
import { ownDoor } from "../services/second-reader/own-door";
import { keepSending } from "../services/sync/keep-sending";

/** What only Firefox has; the types are those of Chrome. */
const firefox = browser as unknown as { readonly sidebarAction: { toggle(): Promise<void> } };

export default defineBackground({
  type: "module",
  main() {
    answerMessages(db, keepSending(db));
    answerSecondReader(db, import.meta.env.FIREFOX ? ownDoor() : offscreenDoor());

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    });

    if (import.meta.env.FIREFOX) {
      // Given without a question where the manifest has `unlimitedStorage`, which does it alone in Chrome.
      void navigator.storage.persist();
      // Must follow the click with nothing awaited before it.
      browser.action.onClicked.addListener(() => void firefox.sidebarAction.toggle());
    } else {
      void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
    }

    browser.commands.onCommand.addListener(async (command) => {
      if (command !== "toggle-marks") return;
      const page = (await openDocuments())
        .filter(({ active }) => active)
        .sort((a, b) => b.lastAccessed - a.lastAccessed)[0];
      if (page) await ask("showMarks", {}, page.id);
    });
  },
});
