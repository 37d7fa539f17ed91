// `npm run build:warehouse [-- --bucket gs://BUCKET/FOLDER]`: writes what a data person needs to dist/warehouse: the views, the
// files of both engines, and the core as one library for BigQuery's JavaScript functions.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { install, root } from "../cli/bin/setup.mjs";

const { values } = parseArgs({ options: { bucket: { type: "string" } } });
const bucket = values.bucket?.replace(/\/+$/, "");
if (bucket !== undefined && !/^gs:\/\/[a-z0-9][\w.-]{1,220}(?:\/[\w./-]+)?$/.test(bucket)) {
  console.error(
    `--bucket ${bucket} is not the address of a bucket.\nIt looks like gs://my-bucket or gs://my-bucket/folder.`,
  );
  process.exit(2);
}

install();
const { buildLibrary, LIMITS } = await import("./build-library.mjs");
const target = join(root, "dist/warehouse");
mkdirSync(target, { recursive: true });
const library = await buildLibrary();
writeFileSync(join(target, "plumbline-core.js"), library);
for (const file of ["views.sql", "duckdb.sql"]) copyFileSync(join(root, "warehouse", file), join(target, file));
const sql = readFileSync(join(root, "warehouse/bigquery.sql"), "utf8");
writeFileSync(
  join(target, "bigquery.sql"),
  bucket === undefined ? sql : sql.replaceAll("gs://YOUR-BUCKET", () => bucket),
);
const size = Buffer.byteLength(library);
console.log(
  `Wrote dist/warehouse. plumbline-core.js has ${Math.round(size / 1000)} kB; BigQuery takes ${LIMITS.libraryBytes / 1024} kB.`,
);
if (bucket === undefined) console.log("Add -- --bucket gs://… to have your bucket written into bigquery.sql.");
