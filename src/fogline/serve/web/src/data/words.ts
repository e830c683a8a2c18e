// How the parts of an event are put into words: bounds as they were given, days as a reader writes them.
import { locale, strings, word } from "../strings";
import type { Bounds, Claim, FigureRange, Interval, Place, ReportHead, Summary } from "./types";

const RANGE = "–";
const GROWS = " … ";

// "6", "6+", "45–50".
export function bounds([low, high]: Bounds): string {
  if (high === null) return `${low}+`;
  return low === high ? String(low) : `${low}${RANGE}${high}`;
}

// What the server shows of a figure, with the first word where it grew.
export function range({ low, shown }: Pick<FigureRange, "low" | "shown">): string {
  return low >= shown[0] ? bounds(shown) : `${low}${GROWS}${bounds(shown)}`;
}

// Whether anybody is told dead: the highest word, the lowest where that is open. The map's colour goes by the same.
export const tellsAny = (figure: Pick<FigureRange, "low" | "high"> | undefined): boolean =>
  figure !== undefined && (figure.high ?? figure.low) > 0;

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month, 1)).toLocaleString(locale, { month: "short", timeZone: "UTC" }).slice(0, 3),
);

function parts(iso: string): { day: number; month: string; year: number } {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  return { day: day ?? 1, month: MONTHS[(month ?? 1) - 1] ?? "", year: year ?? 0 };
}

// "30 Jul 2023", "30–31 Jul 2023", "31 Jul – 1 Aug 2023".
export function days(interval: Interval | null): string {
  if (interval === null) return strings.noDate;
  const [first, last] = [parts(interval[0]), parts(interval[1])];
  const end = `${last.day} ${last.month} ${last.year}`;
  if (interval[0] === interval[1]) return end;
  if (first.year !== last.year) return `${first.day} ${first.month} ${first.year} ${RANGE} ${end}`;
  return first.month === last.month ? `${first.day}${RANGE}${end}` : `${first.day} ${first.month} ${RANGE} ${end}`;
}

export const isBackwards = (since: string | null, until: string | null): boolean => since !== null && until !== null && since > until;

// The days that are chosen; `known` are those of all events, which an open end reaches to unless the choice lies beyond.
export function chosenDays(since: string | null, until: string | null, known: Interval | null): string {
  if (isBackwards(since, until)) return strings.backwards;
  const [first, last] = [since ?? known?.[0], until ?? known?.[1]];
  if (first !== undefined && last !== undefined && first <= last) return days([first, last]);
  if (since !== null) return strings.fromDay(days([since, since]));
  return until === null ? "" : strings.toDay(days([until, until]));
}

const HAS_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
const two = (number: number): string => String(number).padStart(2, "0");

// The reader's own time zone by its name, "Europe/Kyiv".
export const zone = (): string => new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;

// As the reader's clock showed it; a day alone, or a time without an offset, stays as it was given.
function local(iso: string): string {
  const at = new Date(iso);
  if (iso.length <= 10 || !HAS_OFFSET.test(iso) || Number.isNaN(at.getTime())) return iso;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

// "3 hours ago".
export function ago(iso: string, now: number): string {
  const passed = Date.parse(iso) - now;
  const [unit, length] = STEPS.find(([, one]) => Math.abs(passed) >= one) ?? ["second", 1_000];
  return relative.format(Math.round(passed / length), unit);
}

// The day and hour in the reader's own time zone: "31 Jul 11:52".
export function moment(published: string | null, withYear = false): string {
  if (!published) return "";
  const here = local(published);
  const { day, month, year } = parts(here);
  const hour = here.length > 10 ? ` ${here.slice(11, 16)}` : "";
  return withYear ? `${day} ${month} ${year}${hour}` : `${day} ${month}${hour}`;
}

export function place(where: Place | null): string {
  if (where === null) return strings.noPlace;
  return where.precision === "country" || !where.country ? where.name : `${where.name}, ${where.country}`;
}

export function who(one: Pick<Summary, "actor" | "target">): string {
  if (!one.actor.length && !one.target.length) return "";
  return `${one.actor.join(", ") || "?"} → ${one.target.join(", ") || "?"}`;
}

export function voice(claim: Pick<Claim, "by" | "report">, report: ReportHead | undefined): string {
  return claim.by ?? report?.source ?? strings.unknownSource;
}

export function value(field: string, one: string): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    weapon: strings.weapons,
    against: strings.against,
    effects: strings.effects,
  };
  const known = words[field];
  return known ? word(known, one) : one;
}

// The names that are told with what stands before each: "a", "a and b", "a, b and 3 more".
export function firstOf(names: readonly string[], most: number): { readonly before: string; readonly name: string }[] {
  const rest = names.length - most;
  const shown = names.slice(0, most).map((name, at, all) => {
    const isLast = rest <= 0 && at === all.length - 1;
    return { before: at === 0 ? "" : isLast ? " and " : ", ", name };
  });
  return rest > 0 ? [...shown, { before: " and ", name: `${rest} more` }] : shown;
}

// Without the marks that turn the direction of writing: what stands in a report must not read otherwise than it is written.
export const undirected = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
