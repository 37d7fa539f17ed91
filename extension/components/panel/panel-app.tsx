import { useLayoutEffect } from "preact/hooks";
import type { Actions } from "../../services/panel/actions";
import { ACTIONS, type Action, actionFor, keyName } from "../../services/panel/keys";
import type { Panel } from "../../services/panel/panel";
import { AgendaView } from "./agenda-view";
import { FilterBar } from "./filter-bar";
import { KeysHelp } from "./keys-help";
import { LineList } from "./line-list";
import { LostLines } from "./lost-lines";
import { PanelContext } from "./panel-context";
import { PanelHeader } from "./panel-header";
import { PracticeMapView } from "./practice-map-view";
import { Screen } from "./screens";
import { StatusBar } from "./status-bar";

/** What needs no document. */
const ANYWHERE: ReadonlySet<Action> = new Set(["help", "settings"]);

interface Props {
  readonly panel: Panel;
  readonly actions: Actions;
  readonly keys: Readonly<Record<Action, string>>;
  /** Whether letters alone are keys. */
  readonly letters: boolean;
  /** Part of a page that has a head and a main part of its own. */
  readonly embedded?: boolean;
}

/** The whole panel. */
export function PanelApp({ panel, actions, keys, letters, embedded = false }: Props) {
  const Main = embedded ? "div" : "main";
  // Before the paint: a key that is printed on a button must work as soon as it is seen.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === "Escape") {
        panel.editing.value = "none";
        return;
      }
      if (panel.helpShown.value) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
      const action = actionFor(event, keys, letters);
      if (!action || (panel.source.showing.value.is !== "ready" && !ANYWHERE.has(action))) return;
      event.preventDefault();
      void actions[action]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [panel, actions, keys, letters]);

  const showing = panel.source.showing.value;
  return (
    <PanelContext.Provider value={{ panel, actions, keys: printed(keys, letters), letters, embedded }}>
      {showing.is === "ready" ? (
        <div class="panel">
          <PanelHeader />
          <Main class="panel-main">
            <Page panel={panel} />
          </Main>
          <StatusBar />
        </div>
      ) : (
        <Screen source={panel.source} showing={showing} />
      )}
      <KeysHelp />
    </PanelContext.Provider>
  );
}

function Page({ panel }: { readonly panel: Panel }) {
  const { value: view } = panel.view;
  useLayoutEffect(() => {
    // A page of the panel begins at its head; the list goes to the selected line by itself.
    if (view !== "lines") document.querySelector(".panel-head")?.scrollIntoView({ block: "nearest" });
  }, [view]);
  switch (view) {
    case "map":
      return <PracticeMapView />;
    case "agenda":
      return <AgendaView />;
    case "lost":
      return <LostLines />;
    default:
      return (
        <>
          <FilterBar />
          <LineList />
        </>
      );
  }
}

const printed = (keys: Readonly<Record<Action, string>>, letters: boolean): Record<Action, string> =>
  Object.fromEntries(ACTIONS.map((action) => [action, keyName(keys[action], letters)])) as Record<Action, string>;
