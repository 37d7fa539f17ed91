import { NotFaked } from "../api/api-error";
import type { Execution } from "./execution";
import { mismatch, onlyFaked } from "./only-faked";
import type { Stores } from "./stores";

type Properties = GoogleAppsScript.Properties.Properties;
type Service = GoogleAppsScript.Properties.PropertiesService;

/** Bytes of one value, and of a whole store, as Google documents them. */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;
const bytes = (text: string): number => Buffer.byteLength(text);

class FakeProperties implements Properties {
  constructor(
    private readonly execution: Execution,
    private readonly store: Map<string, string>,
  ) {}

  private run<T>(
    method: string,
    given: readonly unknown[],
    kinds: readonly ("string" | "object" | "boolean")[],
    effect: () => T,
    least?: number,
  ): T {
    const wrong = mismatch(`PropertiesService.Properties.${method}`, given, kinds, least);
    if (wrong !== undefined) throw this.execution.exception(wrong);
    return this.execution.call(`Properties.${method}`, effect);
  }

  private set(changes: ReadonlyMap<string, string>, base: ReadonlyMap<string, string>): void {
    for (const [key, value] of changes) {
      if (typeof value !== "string") throw this.execution.exception("The property value must be a string.");
      if (bytes(value) > VALUE_BYTES) throw this.execution.exception("Argument too large: value");
      if (bytes(key) > VALUE_BYTES) throw this.execution.exception("Argument too large: key");
    }
    const next = new Map([...base, ...changes]);
    const size = [...next].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
    if (size > STORE_BYTES) {
      throw this.execution.exception(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.store.clear();
    for (const [key, value] of next) this.store.set(key, value);
  }

  getProperty(...given: [key: string]): string | null {
    return this.run("getProperty", given, ["string"], () => this.store.get(given[0]) ?? null);
  }

  setProperty(...given: [key: string, value: string]): Properties {
    return this.run("setProperty", given, ["string", "string"], () => {
      this.set(new Map([given]), this.store);
      return this;
    });
  }

  setProperties(...given: [properties: { [key: string]: string }, deleteAllOthers?: boolean]): Properties {
    return this.run(
      "setProperties",
      given,
      ["object", "boolean"],
      () => {
        this.set(new Map(Object.entries(given[0])), given[1] === true ? new Map() : this.store);
        return this;
      },
      1,
    );
  }

  deleteProperty(...given: [key: string]): Properties {
    return this.run("deleteProperty", given, ["string"], () => {
      this.store.delete(given[0]);
      return this;
    });
  }

  deleteAllProperties(): Properties {
    return this.run("deleteAllProperties", [], [], () => {
      this.store.clear();
      return this;
    });
  }

  getKeys(): string[] {
    return this.run("getKeys", [], [], () => this.execution.realm.list([...this.store.keys()]));
  }

  getProperties(): { [key: string]: string } {
    return this.run("getProperties", [], [], () => this.execution.realm.value(Object.fromEntries(this.store)));
  }
}

/** Properties, within the sizes that Google keeps. */
export class FakePropertiesService implements Service {
  constructor(
    private readonly execution: Execution,
    private readonly stores: Stores,
  ) {}

  private store(name: string): Properties {
    const store = this.stores.properties.get(name) ?? new Map<string, string>();
    this.stores.properties.set(name, store);
    return onlyFaked(new FakeProperties(this.execution, store), "Properties");
  }

  getScriptProperties(): Properties {
    return this.store("script");
  }

  getUserProperties(): Properties {
    return this.store(`user ${this.execution.caller.user}`);
  }

  getDocumentProperties(): Properties {
    throw new NotFaked("PropertiesService.getDocumentProperties");
  }
}
