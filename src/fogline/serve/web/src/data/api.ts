// The page's questions to the server. A fault has one line for a person.
import { strings } from "../strings";
import { at } from "./past";
import type { About, Detail, Feed, Given, Link, Report, Summary } from "./types";

export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

// Addresses are beside the page, so that it also works behind a proxy's folder.
export const address = (path: string, base: string = document.baseURI): string => new URL(path, base).href;

const UNAUTHORISED = [401, 403];

async function asked(path: string, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address(path), { credentials: "same-origin", ...init });
  } catch {
    throw new ApiError(0, strings.offline);
  }
  if (answer.ok) return answer;
  throw new ApiError(answer.status, await reason(answer));
}

async function reason(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => null)) as { detail?: unknown; title?: unknown } | null;
  const told = problem?.detail ?? problem?.title;
  if (typeof told === "string") return told;
  return UNAUTHORISED.includes(answer.status) ? `${strings.deniedTitle} ${strings.denied}` : `${answer.status} ${answer.statusText}`;
}

async function get<T>(path: string): Promise<T> {
  return (await (await asked(path)).json()) as T;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  return (await (await asked(path, { method: "POST", headers, body: JSON.stringify(body) })).json()) as T;
}

const one = encodeURIComponent;

export const about = (): Promise<About> => get("api");
const query = (asOf: string | null): string => (asOf === null ? "" : `?${at(new URLSearchParams(), asOf)}`);
export const eventAddress = (id: string, asOf: string | null): string => `api/events/${one(id)}${query(asOf)}`;
export const event = (id: string, asOf: string | null): Promise<Detail> => get(eventAddress(id, asOf));
export const report = (id: string): Promise<Report> => get(`api/reports/${one(id)}`);
export const links = (asOf: string | null): Promise<{ links: Link[] }> => get(`api/links${query(asOf)}`);
export const parties = (asOf: string | null): Promise<{ parties: { name: string; events: number }[] }> =>
  get(`api/parties${query(asOf)}`);
export const feeds = (): Promise<{ feeds: Feed[] }> => get("api/feeds");
export const events = (params: URLSearchParams): Promise<{ events: Summary[]; total: number }> =>
  get(`api/events?${params}`);

// The event that holds a claim at a moment, whatever its id then; null where none does.
export async function eventWith(claim: { id: string; report: string }, asOf: string | null): Promise<Detail | null> {
  const found = await events(at(new URLSearchParams({ report: claim.report }), asOf));
  for (const { id } of found.events) {
    const whole = await event(id, asOf);
    if (whole.claims.some((told) => told.id === claim.id)) return whole;
  }
  return null;
}

export interface Verdict {
  readonly kind: "same" | "different" | "split";
  readonly events: readonly string[];
  readonly parts?: readonly string[];
  readonly reason: string;
  readonly author: string;
}

export const judge = (verdict: Verdict): Promise<Given> => post("api/verdicts", verdict);
// Never from the browser's store: a verdict counts before the events are drawn anew.
export const verdicts = async (): Promise<{ verdicts: Given[] }> =>
  (await (await asked("api/verdicts", { cache: "no-store" })).json()) as { verdicts: Given[] };
export const takeBack = async (id: string, reason: string, author: string): Promise<void> => {
  await asked(`api/verdicts/${one(id)}?${new URLSearchParams({ reason, author })}`, { method: "DELETE" });
};
export const signIn = (token: string): Promise<unknown> => post("api/session", { token });
export const session = (): Promise<{ read: boolean; write: boolean }> => get("api/session");
