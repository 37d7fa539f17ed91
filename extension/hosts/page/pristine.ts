/** Functions of the page as they were before its own scripts ran: a page that overwrites them later does not reach us. */
export interface Pristine {
  /** Tells the extension's other script something. */
  send(target: EventTarget, name: string, message: unknown): void;
  /** The detail of an event where it is JSON of an object. */
  read(event: Event): Record<string, unknown> | undefined;
  microtask(job: () => void): void;
  timeout(job: () => void, milliseconds: number): number;
  clear(timer: number): void;
}

/** Takes hold of the functions; call it before the page's scripts run. */
export function pristine(page: Window & typeof globalThis): Pristine {
  const { CustomEvent: Event, JSON: json, Reflect: reflect } = page;
  const { apply } = reflect;
  const { parse, stringify } = json;
  const { dispatchEvent } = page.EventTarget.prototype;
  const detailOf = Object.getOwnPropertyDescriptor(Event.prototype, "detail")?.get as () => unknown;
  const { queueMicrotask, setTimeout, clearTimeout } = page;
  return {
    send: (target, name, message) => {
      apply(dispatchEvent, target, [new Event(name, { detail: stringify(message), bubbles: true })]);
    },
    read: (event) => {
      try {
        const value: unknown = parse(apply(detailOf, event, []) as string);
        return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
      } catch {
        return undefined;
      }
    },
    microtask: (job) => apply(queueMicrotask, page, [job]),
    timeout: (job, milliseconds) => Number(apply(setTimeout, page, [job, milliseconds])),
    clear: (timer) => apply(clearTimeout, page, [timer]),
  };
}
