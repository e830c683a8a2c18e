// What the page shows, as signals; the address says the same, so that a view can be sent, and back and forward work.
import { batch, computed, signal } from "@preact/signals";
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

const NOTHING_OPEN: Opened = { event: null, report: null, claim: null, panel: null };

export const filters = signal<Filters>(NO_FILTERS);
export const sort = signal<Sort>("newest");
export const opened = signal<Opened>(NOTHING_OPEN);
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
  return given && numbers.length === 3 && numbers.every(Number.isFinite) ? [lon!, lat!, zoom!] : null;
}

export function addressOf(now: {
  filters: Filters;
  sort: Sort;
  opened: Opened;
  camera: Camera | null;
}): string {
  const params = toParams(now.filters);
  if (now.sort !== "newest") params.set("sort", now.sort);
  if (now.opened.event) params.set("open", now.opened.event);
  if (now.opened.report) params.set("read", now.opened.report);
  if (now.opened.claim) params.set("claim", now.opened.claim);
  if (now.opened.panel) params.set("panel", now.opened.panel);
  if (now.camera) params.set("map", now.camera.join(","));
  const query = params.toString().replaceAll("%2C", ",");
  return query ? `?${query}` : location.pathname;
}

function write(how: "push" | "replace"): void {
  const address = addressOf({ filters: filters.value, sort: sort.value, opened: opened.value, camera: camera.value });
  if (address === location.search || (address === location.pathname && !location.search)) return;
  history[how === "push" ? "pushState" : "replaceState"](null, "", address);
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

export function open(change: Partial<Opened>, how: "push" | "replace" = "push"): void {
  batch(() => {
    kept.value = "";
    opened.value = { ...NOTHING_OPEN, ...change };
  });
  write(how);
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
  addEventListener("popstate", read);
}
