// A figure over time, a line a voice: where each step stands in a chart of a given size.
import type { Step } from "./types";

export interface Point {
  readonly x: number;
  readonly low: number; // y of the low bound
  readonly high: number; // y of the high bound, the top of the chart where open
  readonly step: Step;
}

export interface Line {
  readonly voice: string;
  readonly side: string | null;
  readonly points: readonly Point[];
}

export interface Chart {
  readonly lines: readonly Line[];
  readonly most: number;
  readonly start: number; // ms since 1970
  readonly end: number;
  readonly first: string | null; // the first and the last moment as they were told
  readonly last: string | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const HEADROOM = 1.15; // above the highest bound, so that an open one has somewhere to point

export const timeOf = (at: string | null): number => (at ? Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at) : Number.NaN);

// null where fewer than two moments are known, or nothing changes: then a table says it better.
export function chartOf(steps: readonly Step[], nameOf: (step: Step) => string, { width, height }: Size): Chart | null {
  const timed = steps.filter((step) => !Number.isNaN(timeOf(step.at)) && step.stance !== "no_comment");
  const times = timed.map((step) => timeOf(step.at));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const isLevel = timed.every((step) => step.low === timed[0]!.low && step.high === timed[0]!.high);
  if (timed.length < 2 || start === end || isLevel) return null;
  const most = Math.max(1, ...timed.map((step) => step.high ?? step.low)) * HEADROOM;
  const y = (count: number): number => height - (count / most) * height;
  const lines = new Map<string, Point[]>();
  for (const step of timed) {
    const x = ((timeOf(step.at) - start) / (end - start)) * width;
    const point = { x, low: y(step.low), high: step.high === null ? 0 : y(step.high), step };
    lines.set(nameOf(step), [...(lines.get(nameOf(step)) ?? []), point]);
  }
  const made = [...lines].map(([voice, points]) => ({ voice, side: points[0]!.step.side, points }));
  const told = (time: number): string | null => timed[times.indexOf(time)]!.at;
  return { lines: made, most, start, end, first: told(start), last: told(end) };
}

// The line as an SVG path: level until the next word of the same voice, then up or down; on to the end of the chart.
export function path(line: Line, width: number): string {
  const [first, ...rest] = line.points;
  if (!first) return "";
  const moves = rest.map((point) => `H${point.x.toFixed(1)}V${point.low.toFixed(1)}`);
  return `M${first.x.toFixed(1)} ${first.low.toFixed(1)}${moves.join("")}H${width}`;
}
