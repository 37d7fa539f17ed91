import { html, type Markup } from "../../cli/outputs/html/markup";

/** What a plot shows: a title, a description for those who cannot see it, the axes, and what is drawn between them. */
export interface Plot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly content: readonly Markup[];
}

/** An axis from 0 to `to`, with the places and names of its ticks. */
export interface Axis {
  readonly label: string;
  readonly to: number;
  readonly ticks: readonly (readonly [at: number, name: string])[];
}

/** An axis of shares, 0–1. */
export const shareAxis = (label: string): Axis => ({
  label,
  to: 1,
  ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => [at, at.toFixed(1)] as const),
});

// Small enough for a telephone without scaling its text down to where it cannot be read.
const LEFT = 44;
const TOP = 18;
const WIDTH = 264;
const HEIGHT = 210;

/** Where a value stands, in units of the drawing. */
export const xOf = (value: number, axis: Axis): number => rounded(LEFT + (value / axis.to) * WIDTH);
export const yOf = (value: number, axis: Axis): number => rounded(TOP + (1 - value / axis.to) * HEIGHT);

/** A line through points of an x and a y axis. */
export function path(points: readonly (readonly [x: number, y: number])[], x: Axis, y: Axis): string {
  return points.map(([a, b], at) => `${at === 0 ? "M" : "L"}${xOf(a, x)} ${yOf(b, y)}`).join("");
}

/** Draws a plot; its words are read out by title and description. */
export function plot({ id, title, description, x, y, content }: Plot): Markup {
  const [right, bottom] = [LEFT + WIDTH, TOP + HEIGHT];
  const columns = x.ticks.map(
    ([at, name]) => html`<line class="grid" x1="${xOf(at, x)}" x2="${xOf(at, x)}" y1="${TOP}" y2="${bottom}"/>
<text x="${xOf(at, x)}" y="${bottom + 15}" text-anchor="middle">${name}</text>`,
  );
  const rows = y.ticks.map(
    ([at, name]) => html`<line class="grid" x1="${LEFT}" x2="${right}" y1="${yOf(at, y)}" y2="${yOf(at, y)}"/>
<text x="${LEFT - 6}" y="${yOf(at, y) + 4}" text-anchor="end">${name}</text>`,
  );
  return html`<svg class="plot" viewBox="0 0 320 270" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${columns}${rows}<path class="axes" d="M${LEFT} ${TOP}V${bottom}H${right}"/>${content}
<text class="label" x="${LEFT + WIDTH / 2}" y="${bottom + 34}" text-anchor="middle">${x.label}</text>
<text class="label" transform="translate(11 ${TOP + HEIGHT / 2}) rotate(-90)" text-anchor="middle">${y.label}</text></svg>`;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
