import { coverageOf, meetingOf, tagOf } from "./example-coverage";

/** Texts that try to be something else than text. */
export const hostileTexts = [
  '=HYPERLINK("http://evil.example","click")',
  "+1+1",
  "-2+3 cmd|' /C calc'!A0",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "</script><script>alert(1)</script>",
  "</style><style>*{display:none}</style>",
  "<!-- ]]> & &amp; &#60; {{alert(1)}} `",
  "مرحبا بالعالم שלום \u202Eevil",
  "👩‍🏫 shared her slides 🎉",
  "bell \u0007 null \u0000 end",
  "_x0041_ is not A",
  'quote "inside", comma',
  "two\nlines",
] as const;

/** A coverage that carries each hostile text in every place where notes can put text. */
export const hostileCoverage = coverageOf(
  hostileTexts.map((text, index) =>
    meetingOf({
      title: text,
      source: text,
      date: `2025-10-${String(index + 1).padStart(2, "0")}`,
      tags: [tagOf(text, "SL3", { why: text, headings: [text, text] })],
      commitments: [{ who: text, what: text, due: text, line: 3 }],
    }),
  ),
  "<b>Team</b>",
);
