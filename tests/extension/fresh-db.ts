import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { PlumblineDb } from "../../extension/db";

/** A store of its own, with nothing in it. */
export function freshDb(): PlumblineDb {
  const factory = new IDBFactory();
  Dexie.dependencies.indexedDB = factory;
  return new PlumblineDb();
}
