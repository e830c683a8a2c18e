// What the page shows, as signals; the address says the same, so that a view can be sent, and back and forward work.
import { batch, computed, signal } from "@preact/signals";
import { momentFrom } from "./data/past";
import { type Filters, fromParams, NO_FILTERS, type Sort, sortFrom, toParams } from "./data/filters";

export interface Opened {
  readonly event: string | null;
  readonly report: string | null;
  readonly claim: string | null;
  readonly panel: Panel | null;
}
export const PANELS = ["feeds", "about", "keys"] as const;
export type Panel = (typeof PANELS)[number];
export type Camera = readonly [lon: number, lat: number, zoom: number];

const MOST_ZOOM = 24; // of any map; ours stops before
const LONGEST_STEP_MS = 1_000; // of the browser, back in its history
const NOTHING_OPEN: Opened = { event: null, report: null, claim: null, panel: null };

export const filters = signal<Filters>(NO_FILTERS);
export const sort = signal<Sort>("newest");
export const opened = signal<Opened>(NOTHING_OPEN);
// The moment at which the ledger is looked at; null for now.
export const asOf = signal<string | null>(null);
export const camera = signal<Camera | null>(null);
// The list shows only these events where set: those that came since the reader last looked.
export const only = signal<readonly string[] | null>(null);
export const told = signal(""); // what a screen reader is told
export const kept = signal(""); // what became of the verdict that was just given, until something else is opened
export const isListShown = computed(() => {
  const { event, report, panel } = opened.value;
  return event === null && report === null && panel === null;
});

function read(): void {
  const params = new URLSearchParams(location.search);
  batch(() => {
    filters.value = fromParams(params);
    sort.value = sortFrom(params);
    asOf.value = momentFrom(params.get("as_of"));
    opened.value = {
      event: params.get("open"),
      report: params.get("read"),
      claim: params.get("claim"),
      panel: PANELS.find((one) => one === params.get("panel")) ?? null,
    };
    camera.value = cameraFrom(params.get("map"));
  });
}

function cameraFrom(given: string | null): Camera | null {
  const numbers = (given ?? "").split(",").map(Number);
  const [lon, lat, zoom] = numbers;
  if (!given || numbers.length !== 3 || !numbers.every(Number.isFinite)) return null;
  return Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90 && zoom! >= 0 && zoom! <= MOST_ZOOM ? [lon!, lat!, zoom!] : null;
}

export function addressOf(now: {
  filters: Filters;
  sort: Sort;
  opened: Opened;
  camera: Camera | null;
  asOf: string | null;
}): string {
  const params = toParams(now.filters);
  if (now.asOf) params.set("as_of", now.asOf);
  if (now.sort !== "newest") params.set("sort", now.sort);
  if (now.opened.event) params.set("open", now.opened.event);
  if (now.opened.report) params.set("read", now.opened.report);
  if (now.opened.claim) params.set("claim", now.opened.claim);
  if (now.opened.panel) params.set("panel", now.opened.panel);
  if (now.camera) params.set("map", now.camera.join(","));
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query ? `?${query}` : location.pathname;
}

const address = (): string =>
  addressOf({ filters: filters.peek(), sort: sort.peek(), opened: opened.peek(), camera: camera.peek(), asOf: asOf.peek() });

// The view that an address shows wherever the map stands.
const viewOf = (now: Opened): string =>
  addressOf({ filters: filters.peek(), sort: sort.peek(), opened: now, camera: null, asOf: asOf.peek() });

// What a step of the history knows: the view that it was opened from.
interface Step {
  readonly from: string;
}

function write(how: "push" | "replace", from: string | null = null): void {
  const next = address();
  if (next === location.search || (next === location.pathname && !location.search)) return;
  if (how === "push") history.pushState(from === null ? null : ({ from } satisfies Step), "", next);
  else history.replaceState(history.state, "", next + location.hash);
}

export function setFilters(change: Partial<Filters>, how: "push" | "replace" = "push"): void {
  filters.value = { ...filters.value, ...change };
  write(how);
}

export function clearFilters(): void {
  batch(() => {
    only.value = null;
    filters.value = NO_FILTERS;
  });
  write("push");
}

export function setSort(next: Sort): void {
  sort.value = next;
  write("push");
}

// Shows the ledger as it stood at a moment, null for now; what came since the reader last looked is of now alone.
export function setAsOf(next: string | null): void {
  if (next === asOf.peek()) return;
  batch(() => {
    only.value = null;
    kept.value = "";
    asOf.value = next;
  });
  write("push");
}

export function open(change: Partial<Opened>, how: "push" | "replace" = "push"): void {
  const from = viewOf(opened.peek());
  batch(() => {
    kept.value = "";
    opened.value = { ...NOTHING_OPEN, ...change };
  });
  write(how, from);
}

// Closes to what lies under: a step back in the history where that is where it was opened, else in its place, so that Back
// never opens again what was closed. A step back is done only when the browser has taken it.
export async function closeTo(change: Partial<Opened>): Promise<void> {
  const under = viewOf({ ...NOTHING_OPEN, ...change });
  if ((history.state as Step | null)?.from !== under) {
    open(change, "replace");
    return;
  }
  const here = camera.peek();
  await new Promise((resolve) => {
    addEventListener("popstate", resolve, { once: true });
    setTimeout(resolve, LONGEST_STEP_MS);
    history.back();
  });
  if (here) setCamera(here);
}

// The event that is open goes by another id now.
export function renamed(from: string, to: string): void {
  if (opened.peek().event !== from) return;
  opened.value = { ...opened.peek(), event: to };
  write("replace");
}

export function setCamera(next: Camera): void {
  camera.value = next;
  write("replace");
}

export function start(): void {
  read();
  write("replace"); // without what means nothing
  addEventListener("popstate", read);
}
