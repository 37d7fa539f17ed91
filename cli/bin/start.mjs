// `npm start`: set up, then show a real meeting tagged and write its coverage. `npm start -- FILE|FOLDER` uses your own notes.
import { build, install, run } from "./setup.mjs";

install();
await build();
await run(["start", ...process.argv.slice(2)]);
