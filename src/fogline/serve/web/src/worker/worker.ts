// Holds all events as columns, off the page's own thread: filters, orders, counts and clusters them when asked.
import { changed, type Columns, columnsFrom } from "../data/columns";
import { pick, type Picked, sorted } from "../data/query";
import type { MapAnswer } from "../data/types";
import type { Answered, Asked, Asks, Kind, Query, View } from "./protocol";
import { type Clusters, clustered, drawnAt, expansion, features } from "./shown";

interface Held {
  columns: Columns;
  query: Query;
  picked: Picked;
  order: Uint32Array;
  clusters: Clusters | null; // made when the map first asks, for symbols of this scale
  scale: number;
}

class Fault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

let held: Held | null = null;
let coming: Promise<Columns> | null = null; // the last load: what is asked meanwhile is asked of it
let version = 0;

function there(): Held {
  if (!held) throw new Fault(0, "nothing is loaded");
  return held;
}

function hold(columns: Columns, query: Query): View {
  const picked = pick(columns, query.filters, query.only ? new Set(query.only) : null);
  const order = sorted(columns, picked.rows, query.sort);
  held = { columns, query, picked, order, clusters: null, scale: 1 };
  version += 1;
  const { placed, dated, disputed, days, types } = picked;
  const counts = { all: columns.count, total: order.length, placed, dated, disputed };
  return { version, revision: columns.revision, ...counts, days, types, bounds: box(columns, picked.rows) };
}

// The box of the points; those at the edge of the list, one in a hundred, do not stretch it.
function box(columns: Columns, rows: Uint32Array): View["bounds"] {
  const placed = rows.filter((row) => columns.precision[row]! >= 0);
  if (!placed.length) return null;
  const [lon, lat] = [columns.lon, columns.lat].map((of) => Float64Array.from(placed, (row) => of[row]!).sort());
  const edge = Math.floor(placed.length / 100);
  const last = placed.length - 1 - edge;
  return [lon![edge]!, lat![edge]!, lon![last]!, lat![last]!];
}

async function load(url: string): Promise<Columns> {
  let answer: Response;
  try {
    answer = await fetch(url, { credentials: "same-origin" });
  } catch {
    throw new Fault(0, "");
  }
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as { detail?: string } | null;
    throw new Fault(answer.status, problem?.detail ?? `${answer.status} ${answer.statusText}`);
  }
  return columnsFrom((await answer.json()) as MapAnswer);
}

function clusters(scale = there().scale): Clusters {
  const now = there();
  if (now.scale !== scale) [now.clusters, now.scale] = [null, scale];
  return (now.clusters ??= clustered(now.columns, now.picked.rows, scale));
}

async function loaded({ url, query }: Asks["load"]["ask"]): Promise<View> {
  const mine = (coming = load(url));
  const columns = await mine;
  if (coming !== mine) throw new Fault(0, "overtaken by another load");
  return hold(columns, query);
}

async function queried(query: Query): Promise<View> {
  await coming;
  return hold(there().columns, query);
}

const answers: { [K in Kind]: (ask: Asks[K]["ask"]) => Asks[K]["answer"] | Promise<Asks[K]["answer"]> } = {
  load: loaded,
  query: queried,
  change: ({ events, gone, revision }) => hold(changed(there().columns, events, gone, revision), there().query),
  ids: ({ from, to }) => Array.from(there().order.subarray(from, to), (row) => there().columns.id[row]!),
  position: ({ id }) => {
    const { columns, order } = there();
    return order.indexOf(columns.id.indexOf(id));
  },
  points: ({ ids, zoom, scale }) => {
    const { columns } = there();
    const wanted = new Set(ids);
    const rows = new Set<number>();
    columns.id.forEach((id, row) => wanted.has(id) && columns.precision[row]! >= 0 && rows.add(row));
    const at = drawnAt(clusters(scale), rows, zoom);
    return [...rows].map((row) => {
      const [lon, lat] = at.get(row) ?? [columns.lon[row]!, columns.lat[row]!];
      return { id: columns.id[row]!, lon: lon!, lat: lat!, isShown: at.has(row) };
    });
  },
  features: ({ bbox, zoom, scale }) => features(there().columns, clusters(scale), bbox, zoom),
  expand: ({ cluster }) => expansion(clusters(), cluster),
};

self.onmessage = async ({ data }: MessageEvent<Asked>): Promise<void> => {
  let answer: Answered;
  try {
    answer = { number: data.number, answer: await (answers[data.kind] as (ask: unknown) => unknown)(data.ask) };
  } catch (error) {
    const [status, fault] = error instanceof Fault ? [error.status, error.message] : [-1, String(error)];
    answer = { number: data.number, fault, status };
  }
  self.postMessage(answer);
};
