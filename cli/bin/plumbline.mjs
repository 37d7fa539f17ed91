#!/usr/bin/env node
import { build, install, run } from "./setup.mjs";

install();
await build();
await run(process.argv.slice(2));
