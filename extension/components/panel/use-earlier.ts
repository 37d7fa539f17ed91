import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Panel } from "../../services/panel/panel";
import type { OpenedDocument } from "../../services/panel/source";

/** The team's other notes, read when they are first needed and when one of them is read anew. */
export function useEarlier({ document, source }: Panel): {
  readonly others: ReadonlySignal<readonly OpenedDocument[]>;
  readonly problem: ReadonlySignal<string>;
} {
  const others = useSignal<readonly OpenedDocument[]>([]);
  const problem = useSignal("");
  const about = document.value?.about;
  const key = about ? `${about.document}\n${about.tab}` : "";
  const versions = source.kept.value
    .filter(({ document: id, tab }) => `${id}\n${tab}` !== key)
    .map(({ version }) => version)
    .join();
  useEffect(() => {
    if (!about) return;
    let left = false;
    void source.earlier(about).then((answer) => {
      if (left) return;
      if (answer.ok) others.value = answer.value;
      else problem.value = answer.error.message;
    });
    return () => {
      left = true;
    };
  }, [key, versions]);
  return { others, problem };
}
