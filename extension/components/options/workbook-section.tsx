import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { browser } from "wxt/browser";
import { db } from "../../db";
import { tellPages } from "../../services/keeper";
import { follow } from "../../services/panel/live";
import type { Said } from "../../services/sync/desk";
import { knownClientId, openSync } from "../../services/sync/in-browser";
import * as kept from "../../services/sync/kept";
import { HandOver } from "./hand-over";
import { useSetting } from "./use-setting";
import { WorkbookChoice } from "./workbook-choice";
import { WorkbookState } from "./workbook-state";

/** What the section does with an answer: shows it, and shows that it waits for one. */
export type Doing = (work: () => Promise<Said>) => Promise<void>;

/** How decisions reach the team: through Google for those who sign in, by clipboard or file for all. */
export function WorkbookSection() {
  const [account] = useSetting(kept.account);
  const [workbook] = useSetting(kept.workbook);
  const clientId = useSignal<string>();
  const said = useSignal<Said>({ words: "", steps: [] });
  const busy = useSignal(false);
  const { desk, waiting } = useMemo(setUp, []);
  useEffect(() => {
    void knownClientId().then((id) => {
      clientId.value = id;
    });
  }, [clientId]);
  const doing: Doing = async (work) => {
    busy.value = true;
    said.value = { words: "", steps: [] };
    try {
      said.value = await work();
    } catch {
      said.value = { words: "That did not work. Nothing is lost; reload this page and try again.", steps: [] };
    }
    busy.value = false;
  };
  const signIn = async () => {
    // Must follow the click with nothing awaited before it. Firefox gives the permission from the start.
    if (!import.meta.env.FIREFOX && !(await browser.permissions.request({ permissions: ["identity"] })))
      return {
        words: "Without this permission Plumbline cannot open Google's sign-in. Nothing was changed.",
        steps: [],
      };
    return desk.signIn();
  };
  return (
    <section aria-labelledby="workbook" aria-busy={busy.value}>
      <h2 id="workbook">Your team's workbook</h2>
      <p>
        The workbook is a Google Sheet in which your team sees its decisions together.{" "}
        {!account
          ? "You decide how yours get there."
          : workbook
            ? "What you decide goes there by itself."
            : "Choose yours, and what you decide goes there by itself."}
      </p>
      {account ? (
        <>
          <p>
            Signed in{account.address && " as "}
            <b>
              <bdi>{account.address}</bdi>
            </b>
            .{" "}
            <button type="button" class="plain" disabled={busy.value} onClick={() => void doing(desk.signOut)}>
              Sign out
            </button>
          </p>
          {workbook && <WorkbookState workbook={workbook} desk={desk} doing={doing} busy={busy.value} />}
          <WorkbookChoice chosen={workbook !== null} desk={desk} doing={doing} busy={busy.value} />
        </>
      ) : clientId.value ? (
        <div class="field">
          <button type="button" class="main" disabled={busy.value} onClick={() => void doing(signIn)}>
            Sign in with Google
          </button>
          <p class="small quiet">
            Plumbline may then write into the one workbook that you choose, and open no other file of yours. You can
            sign out at any time.
          </p>
        </div>
      ) : (
        <p class="small quiet">
          To have them go there by themselves, your school's administrator can connect Plumbline with Google. Until
          then, copy or save them here; that works just as well.
        </p>
      )}
      <div role="status">
        {said.value.words && <p>{said.value.words}</p>}
        {said.value.steps.length > 0 && (
          <ol class="steps">
            {said.value.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
      </div>
      <HandOver waiting={waiting.value} doing={doing} />
    </section>
  );
}

function setUp() {
  const { desk } = openSync(async (round) => {
    if (round.is === "done") await tellPages(db, round.places);
  });
  const waiting = follow(() => db.outbox.filter(({ copied }) => !copied).count(), {
    start: 0,
    failed: () => {},
    ends: new AbortController().signal,
  });
  return { desk, waiting };
}
