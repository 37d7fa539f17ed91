import { expect, test } from "vitest";
import { notesFromText } from "../../../core/index";
import { documentFromNotes } from "../../replica/document";
import type { Options } from "../../replica/options";
import { builtExtension } from "../built-extension";
import { describeInChromium } from "../in-browser";
