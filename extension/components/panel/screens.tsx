import type { ComponentChildren } from "preact";
import type { PanelSource, Showing } from "../../services/panel/source";
import { dayInWords } from "../../services/panel/wording";
import { ActionButton } from "./action-button";

interface Props {
  readonly source: PanelSource;
  readonly showing: Exclude<Showing, { is: "ready" }>;
}

/** What the panel says where there is no document to show. */
export function Screen({ source, showing }: Props) {
  switch (showing.is) {
    case "loading":
      return (
        <main class="screen" aria-busy="true">
          <p role="status">Reading the document…</p>
        </main>
      );
    case "no permission":
      return (
        <Message title="Plumbline may not read Google Docs yet">
          <p>
            To show which practices your notes hold, Plumbline has to read the document that you are writing. It reads
            only Google Docs, and what it reads stays on this computer.
          </p>
          <button type="button" class="main" onClick={() => void source.askPermission()}>
            Allow on Google Docs
          </button>
        </Message>
      );
    case "no document":
      return (
        <Message title="Open your meeting notes">
          <p>Open a document in Google Docs, and its lines appear here with the practices they show.</p>
          <Kept source={source} />
        </Message>
      );
    case "not reached":
      return (
        <Message title="This document was open before Plumbline was">
          <p>Reload it once, and Plumbline reads along. Google Docs has saved what you wrote.</p>
          <button type="button" class="main" onClick={() => void source.reloadPage()}>
            Reload the document
          </button>
        </Message>
      );
    case "trouble":
      return (
        <Message title="Plumbline cannot get at what it keeps">
          <p role="alert">{showing.trouble.message}</p>
          <button type="button" class="main" onClick={() => location.reload()}>
            Try again
          </button>
        </Message>
      );
  }
}

function Message({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <main class="screen">
      <h1>{title}</h1>
      {children}
      <div class="row compact">
        <ActionButton action="help">Keys</ActionButton>
        <ActionButton action="settings">Settings</ActionButton>
      </div>
    </main>
  );
}

/** Documents offered where none is open. */
const OFFERED = 12;

function Kept({ source }: { readonly source: PanelSource }) {
  const kept = source.kept.value.slice(0, OFFERED);
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>Or look at notes that were read before</h2>
      <ul class="kept">
        {kept.map(({ document, tab, title, date, readAt }) => (
          <li key={`${document} ${tab}`}>
            <button type="button" onClick={() => source.choose({ document, tab })}>
              <bdi>{title || "Untitled document"}</bdi>
              <span class="small quiet">
                {" "}
                {date ? dayInWords(date) : `read ${dayInWords(new Date(readAt).toISOString().slice(0, 10))}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
