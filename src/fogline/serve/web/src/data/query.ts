// Which rows of the columns pass the filters, in which order, on which days.
import { type Columns, NO_COUNT, NO_DAY, OPEN } from "./columns";
import { dayNumber, type Filters, type Sort } from "./filters";
import { TONES, toneOf } from "./vocabulary";

// Longer than this the timeline is counted by more than one day a bar: a hundred years.
const MOST_DAYS = 36_525;

export interface Picked {
  readonly rows: Uint32Array;
  readonly placed: number;
  readonly dated: number;
  readonly disputed: number;
  readonly days: Days;
  readonly types: Readonly<Record<string, number>>;
}

export interface Days {
  readonly start: number; // the first day, since 1970-01-01
  readonly counts: readonly Uint32Array[]; // a list a tone, in the order of TONES; one value a day
  readonly disputed: Uint32Array;
}

interface Test {
  readonly since: number;
  readonly until: number;
  readonly timed: boolean;
  readonly types: Uint8Array | null;
  readonly status: number;
  readonly disputed: boolean;
  readonly origins: number;
  readonly corroboration: number;
  readonly box: Filters["bbox"];
  readonly only: ReadonlySet<string> | null;
}

const ANY = -1;
const NONE = 255;

// Rows in the columns' order that pass; the days and the types are counted without their own filter.
export function pick(columns: Columns, filters: Filters, only: ReadonlySet<string> | null = null): Picked {
  const test = testFor(columns, filters, only);
  const rows = new Uint32Array(columns.count);
  const days = emptyDays(columns);
  const tones = columns.types.map((type) => TONES.indexOf(toneOf(type)));
  const byType = new Uint32Array(columns.types.length);
  let [total, placed, dated, disputed] = [0, 0, 0, 0];
  for (let at = 0; at < columns.count; at++) {
    if (!passesRest(columns, at, test)) continue;
    const inTime = passesTime(columns, at, test);
    const type = columns.type[at]!;
    const ofType = test.types === null || test.types[type] === 1;
    if (inTime) byType[type]!++;
    if (ofType) countDay(days, columns.first[at]!, tones[type]!, columns.disputed[at]!);
    if (!inTime || !ofType) continue;
    rows[total++] = at;
    if (columns.precision[at]! >= 0) placed++;
    if (columns.first[at] !== NO_DAY) dated++;
    disputed += columns.disputed[at]!;
  }
  const types = Object.fromEntries(columns.types.map((type, at) => [type, byType[at]!]));
  return { rows: rows.slice(0, total), placed, dated, disputed, days, types };
}

function testFor(columns: Columns, filters: Filters, only: ReadonlySet<string> | null): Test {
  const chosen = filters.types.length ? new Uint8Array(columns.types.length) : null;
  if (chosen) columns.types.forEach((type, at) => (chosen[at] = filters.types.includes(type) ? 1 : 0));
  const index = (words: readonly string[], word: string | null): number => {
    const at = word === null ? ANY : words.indexOf(word);
    return word !== null && at < 0 ? NONE : at;
  };
  return {
    since: filters.since ? dayNumber(filters.since) : NO_DAY + 1,
    until: filters.until ? dayNumber(filters.until) : OPEN,
    timed: filters.since !== null || filters.until !== null,
    types: chosen,
    status: index(columns.statuses, filters.status),
    disputed: filters.disputed,
    origins: filters.origins,
    corroboration: index(columns.corroborations, filters.corroboration),
    box: filters.bbox,
    only,
  };
}

function passesTime(columns: Columns, at: number, test: Test): boolean {
  if (!test.timed) return true;
  return columns.first[at] !== NO_DAY && columns.last[at]! >= test.since && columns.first[at]! <= test.until;
}

function passesRest(columns: Columns, at: number, test: Test): boolean {
  return (
    (!test.disputed || columns.disputed[at] === 1) &&
    columns.origins[at]! >= test.origins &&
    (test.status === ANY || columns.status[at] === test.status) &&
    (test.corroboration === ANY || columns.corroboration[at] === test.corroboration) &&
    (test.box === null || inBox(columns.lon[at]!, columns.lat[at]!, test.box)) &&
    (test.only === null || test.only.has(columns.id[at]!))
  );
}

function inBox(lon: number, lat: number, [west, south, east, north]: NonNullable<Filters["bbox"]>): boolean {
  const within = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return within && lat >= south && lat <= north;
}

function emptyDays(columns: Columns): Days {
  let [start, end] = [OPEN, NO_DAY];
  for (let at = 0; at < columns.count; at++) {
    const day = columns.first[at]!;
    if (day === NO_DAY) continue;
    if (day < start) start = day;
    if (day > end) end = day;
  }
  if (end === NO_DAY) [start, end] = [0, -1];
  start = Math.max(start, end - MOST_DAYS);
  const length = end - start + 1;
  return { start, counts: TONES.map(() => new Uint32Array(length)), disputed: new Uint32Array(length) };
}

function countDay(days: Days, day: number, tone: number, disputed: number): void {
  const at = day - days.start;
  if (day === NO_DAY || at < 0) return;
  days.counts[tone]![at]!++;
  days.disputed[at]! += disputed;
}

// The dead that a symbol tells: the highest word, the lowest where that is open; no count is less than none dead.
export function dead(columns: Columns, at: number): number {
  const high = columns.killedHigh[at]!;
  return high === OPEN ? columns.killedLow[at]! : high;
}

export function sorted(columns: Columns, rows: Uint32Array, sort: Sort): Uint32Array {
  const { first, id, disputed, killed } = columns;
  const newest = (one: number, other: number): number => {
    if (first[one] !== first[other]) return first[other]! - first[one]! > 0 ? 1 : -1;
    return id[one]! < id[other]! ? -1 : 1;
  };
  const orders: Record<Sort, (one: number, other: number) => number> = {
    newest,
    disputed: (one, other) => disputed[other]! - disputed[one]! || newest(one, other),
    deadliest: (one, other) => killed[other]! - killed[one]! || newest(one, other),
  };
  return rows.slice().sort(orders[sort]);
}

export { NO_COUNT };
