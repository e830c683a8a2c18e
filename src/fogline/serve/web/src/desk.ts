// The desk itself: asks the worker what the filters say, keeps what was fetched, and takes in what the stream sends.
import { batch, effect, signal, untracked } from "@preact/signals";
import * as api from "./data/api";
import { serverParams } from "./data/filters";
import { at } from "./data/past";
import type { About, Changes, Link, Summary } from "./data/types";
import { asOf, filters, only, open, opened, sort, told } from "./state";
import { strings } from "./strings";
import { inTurn } from "./turns";
import { ask } from "./worker/client";
import type { Query, View } from "./worker/protocol";

export type Live = "connecting" | "live" | "lost" | "paused" | "off" | "denied";

export const view = signal<View | null>(null);
export const fault = signal<api.ApiError | null>(null);
export const busy = signal(true);
export const live = signal<Live>("connecting");
export const isTokenWrong = signal(false); // the address carried a token that the server does not take
export const fresh = signal<ReadonlySet<string>>(new Set()); // came since the reader last looked
export const renewed = signal<ReadonlySet<string>>(new Set()); // came in place of an event that was there before
export const links = signal<readonly Link[]>([]);
export const parties = signal<readonly { name: string; events: number }[]>([]);
export const about = signal<About | null>(null);
export const changedEvent = signal<{ readonly ids: ReadonlySet<string> }>({ ids: new Set() });

// Rows that were fetched lately; more than any window shows, less than a browser minds.
const MOST_KEPT = 2_000;
const LONGEST_WAIT_MS = 1_500; // of the map for the first rows
const MOST_ASKED = 20; // events that went, of which it is asked what they became
const UNAUTHORISED = 401;
const SETTLE_MS = 120; // changes within this time are taken in together
const rows = new Map<string, Summary>();
export const rowsVersion = signal(0);

let stream: EventSource | null = null;
let loadedFor = "";
let loadedAt: string | null | undefined; // the moment of what is loaded
let turn = 0;

export function start(): void {
  effect(() => {
    const query: Query = { filters: filters.value, sort: sort.value, only: only.value };
    const moment = asOf.value;
    untracked(() => {
      if (moment !== loadedAt) leave(moment);
      void follow(query);
    });
  });
  void api.about().then(
    (answer) => (about.value = answer),
    () => (about.value = UNKNOWN),
  );
}

// Kept once the first view is there and its rows have had a frame to be painted in, or soon in any case.
export const firstLook = new Promise<void>((resolve) => {
  effect(() => {
    if (view.value) requestAnimationFrame(() => setTimeout(resolve));
  });
  setTimeout(resolve, LONGEST_WAIT_MS);
});

const UNKNOWN: About = { version: "", revision: 0, counts: {} };

async function refreshAround(): Promise<void> {
  const moment = asOf.peek();
  const [foundLinks, foundParties] = await Promise.allSettled([api.links(moment), api.parties(moment)]);
  if (moment !== asOf.peek()) return;
  if (foundLinks.status === "fulfilled") links.value = foundLinks.value.links;
  if (foundParties.status === "fulfilled") parties.value = foundParties.value.parties;
}

// Another moment is looked at: nothing of the one before may stay in sight.
function leave(moment: string | null): void {
  loadedAt = moment;
  loadedFor = "";
  stream?.close();
  stream = null;
  clearTimeout(timer);
  [timer, pending] = [0, []];
  rows.clear();
  batch(() => {
    view.value = fault.value = null;
    fresh.value = renewed.value = new Set();
    links.value = [];
    live.value = moment === null ? "connecting" : "paused";
  });
  void refreshAround();
}

// The filters changed: those of the server mean another load, the others only another look.
async function follow(query: Query): Promise<void> {
  const server = at(serverParams(query.filters), asOf.peek()).toString();
  if (loadedFor !== `?${server}`) await load(query, server);
  else await take(ask("query", query));
}

async function load(query: Query, server: string): Promise<void> {
  const mine = (loadedFor = `?${server}`);
  busy.value = true;
  await take(ask("load", { url: api.address(`api/map${server ? mine : ""}`), query }));
  if (loadedFor !== mine) return; // something else was asked for meanwhile
  busy.value = false;
  if (fault.value !== null) halt(fault.value.status);
  else if (asOf.peek() === null) listen(server);
}

// Nothing is loaded, so nothing is listened to.
function halt(status: number): void {
  loadedFor = "";
  stream?.close();
  stream = null;
  if (asOf.peek() === null) live.value = status === UNAUTHORISED ? "denied" : "off";
}

// Only the latest question's answer is shown.
async function take(asked: Promise<View>): Promise<void> {
  const mine = ++turn;
  try {
    const answer = await asked;
    if (mine !== turn) return;
    view.value = answer;
    fault.value = null;
  } catch (error) {
    if (mine !== turn) return;
    fault.value = error instanceof api.ApiError ? error : new api.ApiError(-1, String(error));
  }
}

export function reload(): void {
  loadedFor = "";
  void follow({ filters: filters.value, sort: sort.value, only: only.value });
}

let pending: Changes[] = [];
let timer = 0;

function listen(server: string): void {
  stream?.close();
  live.value = "connecting";
  const source = new EventSource(api.address(`api/stream${server ? `?${server}` : ""}`));
  stream = source;
  source.addEventListener("hello", ({ data }) => {
    live.value = "live";
    const { revision } = JSON.parse(data as string) as { revision: number };
    if (view.value && revision > view.value.revision) reload();
  });
  source.addEventListener("events", ({ data }) => {
    live.value = "live";
    pending.push(JSON.parse(data as string) as Changes);
    timer ||= window.setTimeout(() => void settle(), pending.length > 1 ? SETTLE_MS : 0);
  });
  source.addEventListener("reset", () => reload());
  source.onerror = () => (live.value = "lost");
  source.onopen = () => (live.value = "live");
}

async function settle(): Promise<void> {
  timer = 0;
  if (asOf.peek() !== null) return;
  const changes = together(pending);
  pending = [];
  for (const event of changes.events) if (rows.has(event.id) || changes.new.includes(event.id)) keep(event);
  for (const id of changes.gone) rows.delete(id);
  if (changes.new.length) void tell(changes);
  rowsVersion.value += 1;
  changedEvent.value = { ids: new Set([...changes.events.map((event) => event.id), ...changes.gone]) };
  await take(ask("change", changes));
  void refreshAround();
}

async function tell(changes: Changes): Promise<void> {
  const went = new Set(changes.gone);
  const heirs = await heirsOf(changes.gone);
  const came = changes.new.filter((id) => !heirs.has(id) || [...heirs.get(id)!].every((old) => fresh.value.has(old)));
  const changed = changes.new.filter((id) => !came.includes(id));
  fresh.value = new Set([...fresh.value, ...came].filter((id) => !went.has(id)));
  renewed.value = new Set([...renewed.value, ...changed].filter((id) => !went.has(id)));
  if (came.length) told.value = strings.newTold(came.length);
}

// What the events that went have become, as far as the server knows: the new id, and the ids it had before.
async function heirsOf(gone: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const answers = await Promise.allSettled(gone.slice(0, MOST_ASKED).map((id) => api.event(id, null)));
  const heirs = new Map<string, Set<string>>();
  answers.forEach((one, at) => {
    if (one.status === "fulfilled" && one.value.id !== gone[at]) heirs.set(one.value.id, (heirs.get(one.value.id) ?? new Set()).add(gone[at]!));
  });
  return heirs;
}

// Several changes as one: the last word on each event holds.
export function together(changes: readonly Changes[]): Changes {
  const events = new Map<string, Summary>();
  const [came, gone] = [new Set<string>(), new Set<string>()];
  let revision = 0;
  for (const change of changes) {
    revision = Math.max(revision, change.revision);
    for (const event of change.events) {
      events.set(event.id, event);
      gone.delete(event.id);
    }
    for (const id of change.new) came.add(id);
    for (const id of change.gone) {
      events.delete(id);
      came.delete(id);
      gone.add(id);
    }
  }
  return { revision, events: [...events.values()], new: [...came], gone: [...gone] };
}

function keep(event: Summary): void {
  rows.delete(event.id);
  rows.set(event.id, event);
  if (rows.size > MOST_KEPT) rows.delete(rows.keys().next().value!);
}

export const row = (id: string): Summary | undefined => rows.get(id);

const asking = new Set<string>();

// Fetches the rows that are not there yet; rowsVersion grows when they are.
export async function want(ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !rows.has(id) && !asking.has(id));
  if (!missing.length) return;
  missing.forEach((id) => asking.add(id));
  const moment = asOf.peek();
  const params = at(new URLSearchParams({ limit: String(missing.length) }), moment);
  for (const id of missing) params.append("id", id);
  try {
    const { events } = await api.events(params);
    if (moment !== asOf.peek()) return;
    for (const event of events) keep(event);
    rowsVersion.value += 1;
  } catch (error) {
    if (error instanceof api.ApiError) fault.value = error;
  } finally {
    missing.forEach((id) => asking.delete(id));
  }
}

export function showNew(): void {
  const ids = [...fresh.value];
  fresh.value = renewed.value = new Set();
  only.value = ids.length ? ids : null;
  open({});
}

// Opens the event before or after the one that is open.
export async function go(step: -1 | 1): Promise<void> {
  await looked();
  inTurn(() => stepped(step));
}

async function stepped(step: -1 | 1): Promise<void> {
  const { event, report } = opened.peek();
  if (!event || report || !view.peek()) return;
  const next = await neighbour(event, step);
  if (next && opened.peek().event === event) open({ event: next }, "replace");
}

// Once a first look has brought events or a fault.
function looked(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (view.value || fault.value) queueMicrotask(() => (stop(), resolve()));
    });
  });
}

// The event before or after another in the list's order; null at its end.
async function neighbour(id: string, step: -1 | 1): Promise<string | null> {
  const at = await ask("position", { id });
  const next = at < 0 ? 0 : at + step;
  return next < 0 ? null : eventAt(next);
}

// The event at a place of the list, also where its row has not been fetched; null beyond the end.
export async function eventAt(at: number): Promise<string | null> {
  return (await ask("ids", { from: at, to: at + 1 }))[0] ?? null;
}

