// The days of the timeline as bars of a given width, and days as pixels and back.
import type { Days } from "./query";

export interface Scale {
  readonly first: number; // the first day shown, since 1970-01-01
  readonly days: number; // how many are shown
  readonly width: number; // pixels
  readonly step: Step; // what one bar counts
}

export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly counts: readonly number[]; // a tone each
  readonly total: number;
  readonly disputed: number;
  readonly first: number;
  readonly last: number;
}

// Stretches of the calendar of one length: two weeks, a quarter, five years.
export type Unit = "day" | "week" | "month" | "year";
export interface Step {
  readonly unit: Unit;
  readonly every: number;
}

const step = (unit: Unit, ...every: number[]): Step[] => every.map((one) => ({ unit, every: one }));
const STEPS: readonly Step[] = [
  ...step("day", 1),
  ...step("week", 1, 2),
  ...step("month", 1, 3),
  ...step("year", 1, 2, 5, 10, 25, 50, 100),
];
const TICKS: readonly Step[] = [
  ...step("day", 1, 2),
  ...step("week", 1, 2),
  ...step("month", 1, 3, 6),
  ...step("year", 1, 2, 5, 10, 25, 50, 100, 250, 500),
];
const LENGTHS: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 30, year: 365 };
const lengthOf = ({ unit, every }: Step): number => LENGTHS[unit] * every;

const LEAST_BAR = 5; // pixels: narrower bars count a longer stretch each
const MOST_BAR = 28; // so that a ledger of two days is no wall
export const LEAST_DAYS = 14; // shown, so that one day is not the whole width
const MS_A_DAY = 86_400_000;

// `larger` is how much larger than on a desk all is drawn. Longer bars fill whole stretches of the calendar, so that the first and the last are as long as all others.
export function scaleOf(days: Days, width: number, larger = 1): Scale {
  const length = days.disputed.length;
  if (length === 0) return { first: 0, days: 0, width, step: STEPS[0]! };
  const shown = Math.max(length, LEAST_DAYS);
  const chosen = STEPS.find((one) => (lengthOf(one) / shown) * width >= LEAST_BAR * larger) ?? STEPS.at(-1)!;
  const start = days.start - Math.floor((shown - length) / 2);
  const first = startOf(chosen, start);
  return { first, days: after(chosen, startOf(chosen, start + shown - 1)) - first, width, step: chosen };
}

// The first day of the stretch that a day is in.
export function startOf({ unit, every }: Step, day: number): number {
  if (unit === "day") return day - mod(day, every);
  if (unit === "week") return day - mod(day - A_MONDAY, 7 * every);
  const [year, month] = yearAndMonth(day);
  return unit === "month" ? dayOf(year, month - mod(month, every)) : dayOf(year - mod(year, every), 0);
}

// The first day of the stretch after one that begins on a day.
export function after({ unit, every }: Step, start: number): number {
  if (unit === "day" || unit === "week") return start + LENGTHS[unit] * every;
  const [year, month] = yearAndMonth(start);
  return unit === "month" ? dayOf(year, month + every) : dayOf(year + every, 0);
}

const A_MONDAY = 4; // days after the first of January 1970
function yearAndMonth(day: number): readonly [number, number] {
  const date = new Date(day * MS_A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth()];
}
const mod = (value: number, by: number): number => ((value % by) + by) % by;
function dayOf(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1); // Date.UTC takes the year 24 for 1924
  return Math.round(date.getTime() / MS_A_DAY);
}

export const xOf = (scale: Scale, day: number): number => ((day - scale.first) / scale.days) * scale.width;

export function dayAt(scale: Scale, x: number): number {
  const day = scale.first + Math.floor((x / scale.width) * scale.days);
  return Math.max(scale.first, Math.min(scale.first + scale.days - 1, day));
}

export function barsOf(days: Days, scale: Scale): Bar[] {
  const bars: Bar[] = [];
  const end = scale.first + scale.days;
  for (let first = scale.first; first < end; ) {
    const last = after(scale.step, first) - 1;
    const bar = barOf(days, scale, first, last);
    if (bar.total > 0) bars.push(bar);
    first = last + 1;
  }
  return bars;
}

function barOf(days: Days, scale: Scale, first: number, last: number): Bar {
  const [from, to] = [first - days.start, last - days.start];
  const counts = days.counts.map((list) => sum(list, from, to));
  const [left, right] = [xOf(scale, first), xOf(scale, last + 1)];
  const width = Math.min(MOST_BAR, right - left);
  return {
    ...{ x: (left + right - width) / 2, width, counts, total: counts.reduce((one, other) => one + other, 0) },
    ...{ disputed: sum(days.disputed, from, to), first, last },
  };
}

function sum(list: Uint32Array, from: number, to: number): number {
  let found = 0;
  for (let at = Math.max(0, from); at <= Math.min(list.length - 1, to); at++) found += list[at]!;
  return found;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

const GAP = 12; // pixels between two labels

// Days, weeks, months or years, whichever have room; `measure` tells how wide a label is, so that none runs into the next.
export function ticksOf(scale: Scale, locale: string, measure: (label: string) => number): Tick[] {
  if (scale.days === 0) return [];
  for (const chosen of TICKS) {
    if ((scale.days / lengthOf(chosen)) * GAP > scale.width) continue;
    const ticks = ticksBy(chosen, scale, locale);
    if (fits(ticks, scale, measure)) return ticks;
  }
  return [];
}

// The first label, and the first of each year, has the year.
function ticksBy(chosen: Step, scale: Scale, locale: string): Tick[] {
  const ticks: Tick[] = [];
  const start = startOf(chosen, scale.first);
  let known: number | null = null;
  for (let day = start < scale.first ? after(chosen, start) : start; day < scale.first + scale.days; day = after(chosen, day)) {
    const [year, month] = yearAndMonth(day);
    const isYear = chosen.unit === "year" || (chosen.unit === "month" && month === 0);
    const options: Intl.DateTimeFormatOptions = {
      ...(isYear ? {} : { month: "short" }),
      ...(chosen.unit === "day" || chosen.unit === "week" ? { day: "numeric" } : {}),
      ...(isYear || year !== known ? { year: "numeric" } : {}),
    };
    known = year;
    ticks.push({ day, label: new Date(day * MS_A_DAY).toLocaleString(locale, { ...options, timeZone: "UTC" }) });
  }
  return ticks;
}

function fits(ticks: readonly Tick[], scale: Scale, measure: (label: string) => number): boolean {
  return ticks.every(({ day, label }, at) => {
    const next = ticks[at + 1];
    return next === undefined || xOf(scale, day) + measure(label) + GAP <= xOf(scale, next.day);
  });
}

// Where an end of the choice goes by keys: over so many edges of bars, or to the end of all.
export function moved(scale: Scale, day: number, end: "first" | "last", bars: number): number {
  if (!Number.isFinite(bars)) return bars < 0 ? scale.first : scale.first + scale.days - 1;
  let edge = end === "first" ? day : day + 1;
  for (let at = 0; at < Math.abs(bars); at++)
    edge = bars > 0 ? after(scale.step, startOf(scale.step, edge)) : startOf(scale.step, edge - 1);
  return end === "first" ? edge : edge - 1;
}
