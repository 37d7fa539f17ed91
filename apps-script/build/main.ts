import { buildAddOn } from "./build";

for (const mode of ["public", "organisation"] as const) {
  const { folder, bytes, codeBytes, functions } = await buildAddOn(process.cwd(), mode);
  const kilobytes = (count: number) => Math.round(count / 1000);
  console.log(
    `${folder}: ${kilobytes(bytes)} kB, ${kilobytes(codeBytes)} kB of them our code; ${functions.length} functions for Google to call`,
  );
}
