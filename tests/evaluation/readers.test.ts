import { expect, test } from "vitest";
import { openReaders } from "../../evaluation/readers";
import { lineOf, meetingOf } from "./tiny-meetings";

const readers = await openReaders();

const texts = [
  "Data",
  "61 of 84 got 15 or more on the sound check, Dana 19 of 21",
  "sorted the exit slips together, reteach group Friday for those who missed it, then we look at it again",
  "fire drill Tues 9:40",
];
const meeting = meetingOf(texts.map((text) => lineOf("", text)));
const told = meetingOf(texts.map((text) => lineOf("RD1+ CT4-", text)));

test.each(readers)("$name gives the same tags whatever the labels are", async (reader) => {
  const tags = await reader.tag(meeting);
  expect(tags).toHaveLength(texts.length);
  expect(tags.flat().length).toBeGreaterThan(0);
  expect(await reader.tag(told)).toEqual(tags);
});

test.each(readers.filter(({ weigh }) => weigh))("what $name shows is part of what it weighs", async (reader) => {
  const key = ({ indicator, stance, confidence }: { indicator: string; stance: string; confidence: number }) =>
    `${indicator} ${stance} ${confidence}`;
  const shown = (await reader.tag(meeting)).map((tags) => tags.map(key));
  const weighed = (await reader.weigh?.(meeting))?.map((tags) => tags.map(key)) ?? [];
  expect(weighed.flat().length).toBeGreaterThan(shown.flat().length);
  shown.forEach((tags, at) => {
    expect(weighed[at]).toEqual(expect.arrayContaining(tags));
  });
});
