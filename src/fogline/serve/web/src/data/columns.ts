// The events as typed columns: made from what /api/map sends, changed by what the stream sends.
import { dayNumber } from "./filters";
import type { MapAnswer, Summary } from "./types";

export const NO_DAY = -2_147_483_648;
export const NO_COUNT = -1;
export const OPEN = 2_147_483_647;

export interface Columns {
  readonly revision: number;
  readonly count: number;
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  readonly corroborations: readonly string[];
  readonly precisions: readonly string[];
  readonly id: string[];
  readonly lon: Float64Array; // NaN without a place
  readonly lat: Float64Array;
  readonly precision: Int8Array; // -1 without a place
  readonly first: Int32Array; // NO_DAY without a date
  readonly last: Int32Array;
  readonly type: Uint8Array;
  readonly status: Uint8Array;
  readonly corroboration: Uint8Array;
  readonly disputed: Uint8Array;
  readonly origins: Int32Array;
  readonly killedLow: Int32Array; // NO_COUNT where no report counts
  readonly killedHigh: Int32Array; // OPEN where open upwards
  readonly killed: Int32Array; // what "deadliest" orders by; NO_COUNT where no report counts
}

export function columnsFrom(answer: MapAnswer): Columns {
  const { revision, count, types, statuses, corroborations, precisions } = answer;
  const numbers = (values: readonly (number | null)[], missing: number): Int32Array =>
    Int32Array.from(values, (value) => value ?? missing);
  const killedLow = numbers(answer.killed_low, NO_COUNT);
  return {
    ...{ revision, count, types, statuses, corroborations, precisions },
    id: [...answer.id],
    lon: Float64Array.from(answer.lon, (value) => value ?? Number.NaN),
    lat: Float64Array.from(answer.lat, (value) => value ?? Number.NaN),
    precision: Int8Array.from(answer.precision),
    first: numbers(answer.first, NO_DAY),
    last: numbers(answer.last, NO_DAY),
    type: Uint8Array.from(answer.type),
    status: Uint8Array.from(answer.status),
    corroboration: Uint8Array.from(answer.corroboration),
    disputed: Uint8Array.from(answer.disputed, (value) => (value ? 1 : 0)),
    origins: Int32Array.from(answer.origins),
    killedLow,
    killedHigh: Int32Array.from(answer.killed_high, (value, at) => value ?? (killedLow[at] === NO_COUNT ? NO_COUNT : OPEN)),
    killed: numbers(answer.killed, NO_COUNT),
  };
}

// The columns with these events new or anew, and those ids gone. An event that is there keeps its row.
export function changed(
  columns: Columns,
  events: readonly Summary[],
  gone: readonly string[],
  revision: number,
): Columns {
  const replaced = new Map(events.map((event) => [event.id, event]));
  const removed = new Set(gone);
  const kept: number[] = [];
  const rows: (Summary | null)[] = [];
  for (let at = 0; at < columns.count; at++) {
    const id = columns.id[at]!;
    if (removed.has(id)) continue;
    kept.push(at);
    rows.push(replaced.get(id) ?? null);
    replaced.delete(id);
  }
  const fresh = [...replaced.values()].filter((event) => !removed.has(event.id));
  const count = kept.length + fresh.length;
  const made = emptied(columns, count, revision);
  kept.forEach((from, to) => {
    const row = rows[to];
    if (row) put(made, to, row);
    else copy(columns, from, made, to);
  });
  fresh.forEach((event, at) => put(made, kept.length + at, event));
  return made;
}

function emptied(columns: Columns, count: number, revision: number): Columns {
  return {
    ...columns,
    ...{ revision, count },
    types: [...columns.types],
    statuses: [...columns.statuses],
    corroborations: [...columns.corroborations],
    precisions: [...columns.precisions],
    id: new Array<string>(count),
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    precision: new Int8Array(count),
    first: new Int32Array(count),
    last: new Int32Array(count),
    type: new Uint8Array(count),
    status: new Uint8Array(count),
    corroboration: new Uint8Array(count),
    disputed: new Uint8Array(count),
    origins: new Int32Array(count),
    killedLow: new Int32Array(count),
    killedHigh: new Int32Array(count),
    killed: new Int32Array(count),
  };
}

const NUMERIC = [
  ...(["lon", "lat", "precision", "first", "last", "type", "status", "corroboration"] as const),
  ...(["disputed", "origins", "killedLow", "killedHigh", "killed"] as const),
];

function copy(from: Columns, at: number, to: Columns, row: number): void {
  to.id[row] = from.id[at]!;
  for (const name of NUMERIC) to[name][row] = from[name][at]!;
}

function put(to: Columns, row: number, event: Summary): void {
  const killed = event.figures["killed"];
  to.id[row] = event.id;
  to.lon[row] = event.place?.lon ?? Number.NaN;
  to.lat[row] = event.place?.lat ?? Number.NaN;
  to.precision[row] = event.place ? indexOf(to.precisions, event.place.precision) : -1;
  to.first[row] = event.date ? dayNumber(event.date[0]) : NO_DAY;
  to.last[row] = event.date ? dayNumber(event.date[1]) : NO_DAY;
  to.type[row] = indexOf(to.types, event.type);
  to.status[row] = indexOf(to.statuses, event.status);
  to.corroboration[row] = indexOf(to.corroborations, event.corroboration);
  to.disputed[row] = event.disputed.length ? 1 : 0;
  to.origins[row] = event.origins;
  to.killedLow[row] = killed ? killed.low : NO_COUNT;
  to.killedHigh[row] = killed ? (killed.high ?? OPEN) : NO_COUNT;
  to.killed[row] = killed ? (killed.shown[1] ?? killed.shown[0]) : NO_COUNT;
}

// A word of the vocabulary that the columns have not met yet is put at its end.
function indexOf(words: readonly string[], word: string): number {
  const at = words.indexOf(word);
  return at >= 0 ? at : (words as string[]).push(word) - 1;
}
