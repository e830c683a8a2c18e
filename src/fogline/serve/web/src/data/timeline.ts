// The days of the timeline as bars of a given width, and days as pixels and back.
import type { Days } from "./query";

export interface Scale {
  readonly first: number; // the first day shown, since 1970-01-01
  readonly days: number; // how many are shown
  readonly width: number; // pixels
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

const LEAST_BAR = 3; // pixels; narrower days are drawn together
const MOST_BAR = 28; // so that a ledger of two days is no wall
export const LEAST_DAYS = 14; // shown, so that one day is not the whole width

export function scaleOf(days: Days, width: number): Scale {
  const length = days.disputed.length;
  if (length === 0) return { first: 0, days: 0, width };
  const shown = Math.max(length, LEAST_DAYS);
  return { first: days.start - Math.floor((shown - length) / 2), days: shown, width };
}

export const xOf = (scale: Scale, day: number): number => ((day - scale.first) / scale.days) * scale.width;

export function dayAt(scale: Scale, x: number): number {
  const day = scale.first + Math.floor((x / scale.width) * scale.days);
  return Math.max(scale.first, Math.min(scale.first + scale.days - 1, day));
}

export function barsOf(days: Days, scale: Scale): Bar[] {
  if (scale.days === 0) return [];
  const aDay = scale.width / scale.days;
  const together = Math.max(1, Math.ceil(LEAST_BAR / aDay));
  const bars: Bar[] = [];
  const end = scale.first + scale.days;
  for (let first = scale.first; first < end; first += together) {
    const last = Math.min(end, first + together) - 1;
    const counts = days.counts.map((list) => sum(list, first - days.start, last - days.start));
    const total = counts.reduce((one, other) => one + other, 0);
    if (total === 0) continue;
    const width = Math.min(MOST_BAR, aDay * (last - first + 1));
    const disputed = sum(days.disputed, first - days.start, last - days.start);
    const middle = (xOf(scale, first) + xOf(scale, last + 1)) / 2;
    bars.push({ x: middle - width / 2, width, counts, total, disputed, first, last });
  }
  return bars;
}

function sum(list: Uint32Array, from: number, to: number): number {
  let found = 0;
  for (let at = Math.max(0, from); at <= Math.min(list.length - 1, to); at++) found += list[at]!;
  return found;
}

export interface Tick {
  readonly day: number;
  readonly label: string;
  readonly isYear: boolean;
}

const TICK_ROOM = 64; // pixels that a label takes
const MS_A_DAY = 86_400_000;

// Days, months or years, whichever have room, at their first day.
export function ticksOf(scale: Scale, locale: string): Tick[] {
  if (scale.days === 0) return [];
  const most = Math.max(2, Math.floor(scale.width / TICK_ROOM));
  const steps: readonly (readonly [unit: "day" | "month" | "year", every: number, days: number])[] = [
    ...([1, 2, 7] as const).map((every) => ["day", every, every] as const),
    ...([1, 3, 6] as const).map((every) => ["month", every, every * 30] as const),
    ...([1, 2, 5, 10, 20, 50] as const).map((every) => ["year", every, every * 365] as const),
  ];
  const [unit, every] = steps.find(([, , length]) => scale.days / length <= most) ?? (["year", 100, 36_500] as const);
  const ticks: Tick[] = [];
  for (let day = scale.first; day < scale.first + scale.days; day++) {
    const date = new Date(day * MS_A_DAY);
    const [d, m, y] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
    const isYear = d === 1 && m === 0;
    const fits =
      unit === "day"
        ? every === 7
          ? date.getUTCDay() === 1
          : (day - scale.first) % every === 0
        : unit === "month"
          ? d === 1 && m % every === 0
          : isYear && y % every === 0;
    if (!fits) continue;
    const options: Intl.DateTimeFormatOptions =
      unit === "year" || isYear ? { year: "numeric" } : unit === "month" ? { month: "short" } : { day: "numeric", month: "short" };
    ticks.push({ day, label: date.toLocaleString(locale, { ...options, timeZone: "UTC" }), isYear });
  }
  return ticks;
}
