// What is asked for, and how it stands in the page's address, so that a view can be sent.
import { CORROBORATIONS, STATUSES, TYPES } from "./vocabulary";

export const SORTS = ["newest", "disputed", "deadliest"] as const;
export type Sort = (typeof SORTS)[number];

export interface Filters {
  readonly text: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly types: readonly string[];
  readonly parties: readonly string[];
  readonly status: string | null;
  readonly disputed: boolean;
  readonly origins: number;
  readonly corroboration: string | null;
  readonly near: string;
  readonly place: string;
  readonly report: string | null;
  readonly bbox: readonly [number, number, number, number] | null;
}

export const NO_FILTERS: Filters = {
  text: "",
  since: null,
  until: null,
  types: [],
  parties: [],
  status: null,
  disputed: false,
  origins: 1,
  corroboration: null,
  near: "",
  place: "",
  report: null,
  bbox: null,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_WORDS = 200; // characters of a search that the address takes
const [MOST_LON, MOST_LAT] = [180, 90];
const MS_A_DAY = 86_400_000;

export function fromParams(params: URLSearchParams): Filters {
  const word = (name: string): string => (params.get(name) ?? "").slice(0, MOST_WORDS);
  const day = (name: string): string | null => {
    const given = params.get(name) ?? "";
    return DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : null;
  };
  const among = (values: readonly string[], name: string): string | null => values.find((one) => one === params.get(name)) ?? null;
  const origins = Number.parseInt(params.get("origins") ?? "1", 10);
  return {
    text: word("text"),
    since: day("since"),
    until: day("until"),
    types: params.getAll("type").filter((one) => (TYPES as readonly string[]).includes(one)),
    parties: params.getAll("party").filter(Boolean),
    status: among(STATUSES, "status"),
    disputed: params.get("disputed") === "true",
    origins: Number.isFinite(origins) && origins > 1 ? origins : 1,
    corroboration: among(CORROBORATIONS, "corroboration"),
    near: word("near"),
    place: word("place"),
    report: params.get("report") || null,
    bbox: boxOf(params.get("bbox")),
  };
}

export function toParams(filters: Filters): URLSearchParams {
  const params = serverParams(filters);
  if (filters.since) params.set("since", filters.since);
  if (filters.until) params.set("until", filters.until);
  for (const type of filters.types) params.append("type", type);
  if (filters.status) params.set("status", filters.status);
  if (filters.disputed) params.set("disputed", "true");
  if (filters.origins > 1) params.set("origins", String(filters.origins));
  if (filters.corroboration) params.set("corroboration", filters.corroboration);
  if (filters.bbox) params.set("bbox", filters.bbox.join(","));
  return params;
}

// The filters that need the reports or the gazetteer: the server answers these, the page all others.
export function serverParams(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.text.trim()) params.set("text", filters.text.trim());
  for (const party of filters.parties) params.append("party", party);
  if (filters.near.trim()) params.set("near", filters.near.trim());
  if (filters.place.trim()) params.set("place", filters.place.trim());
  if (filters.report) params.set("report", filters.report);
  return params;
}

export function isFiltered(filters: Filters): boolean {
  return toParams(filters).size > 0;
}

export function sortFrom(params: URLSearchParams): Sort {
  const given = params.get("sort");
  return SORTS.find((one) => one === given) ?? "newest";
}

function boxOf(given: string | null): Filters["bbox"] {
  const numbers = (given ?? "").split(",").map(Number);
  const [west, south, east, north] = numbers;
  if (given === null || numbers.length !== 4 || !numbers.every(Number.isFinite)) return null;
  if (Math.max(Math.abs(south!), Math.abs(north!)) > MOST_LAT || south! > north! || Math.max(Math.abs(west!), Math.abs(east!)) > MOST_LON) return null;
  return [west!, south!, east!, north!];
}

const SPOT_DEGREES = 0.1;

// Whether a box is that of a place, as a click on the map gives it, or an area.
export const isSpot = ([west, south, east, north]: NonNullable<Filters["bbox"]>): boolean =>
  east - west >= 0 && east - west <= SPOT_DEGREES && north - south <= SPOT_DEGREES;

// Days since 1970-01-01, as the columns of the map count them.
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MS_A_DAY);
export const isoDay = (day: number): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10);
