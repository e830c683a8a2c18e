// The map: events and clusters as symbols, arcs of answers, the offline basemap under them.
import { effect } from "@preact/signals";
import { type GeoJSONSource, Map as Drawn, type MapMouseEvent, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { About, Link } from "../data/types";
import { links, about, view } from "../desk";
import { isDark } from "../preferences";
import { camera, open, opened, setCamera, setFilters } from "../state";
import { strings } from "../strings";
import { ask } from "../worker/client";
import { Legend } from "../views/Legend";
import type { Point } from "../worker/protocol";
import { arcs } from "./arcs";
import { icon, ratio } from "./icons";
import { keepPace } from "./pace";
import { palette } from "./palette";
import { scale, scaled } from "./scale";
import { ARCS, CHOSEN, EVENTS, NAMES, style } from "./style";
import { addTiles } from "./tiles";

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

const CLOSEST = 12; // places are no finer than the settlement
const FIT = { padding: 56, maxZoom: 6.5 };
const ASK_EVERY_MS = 120; // while the map moves
const MARGIN = 0.6; // of the view, asked for on each side so that moving shows no gap
const SPOT = 0.02; // degrees around a place whose events stay together at any zoom
const MOST_ARCS = 400;

export function EventMap(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [map, setMap] = useState<Drawn | null>(null);
  const [isLacking, setLacking] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    let gone = false;
    let made: Drawn | null = null;
    const stop = effect(() => {
      const settings = about.value;
      if (!settings || made || gone || !box.current) return;
      try {
        made = draw(box.current, settings);
        made.on("error", ({ error }) => isGivenUp(error) || setLacking(true));
        setMap(made);
      } catch {
        setFault(strings.noWebgl);
      }
    });
    return () => {
      gone = true;
      stop();
      made?.remove();
    };
  }, []);

  const total = view.value?.total ?? 0;
  const unplaced = view.value ? total - view.value.placed : 0;
  return (
    <div class="map">
      <div ref={box} class="map-canvas" />
      {fault && <p class="notice map-notice">{fault}</p>}
      {!fault && total > 0 && view.value?.placed === 0 && <p class="notice map-notice">{strings.emptyMap}</p>}
      {map && <Controls map={map} />}
      <Legend />
      <p class="map-foot">
        {isLacking && <span>{strings.mapLacking} · </span>}
        {unplaced > 0 && <span>{strings.unplaced(unplaced)} · </span>}
        <span>{[about.value?.attribution, strings.attribution].filter(Boolean).join(" · ")}</span>
      </p>
    </div>
  );
}

// A tile that the view has left before it came is no fault.
const isGivenUp = (error: unknown): boolean => error instanceof Error && error.name === "AbortError";

function Controls({ map }: { map: Drawn }): JSX.Element {
  return (
    <div class="map-controls">
      <button type="button" aria-label={strings.zoomIn} title={strings.zoomIn} onClick={() => map.zoomIn()}>
        +
      </button>
      <button type="button" aria-label={strings.zoomOut} title={strings.zoomOut} onClick={() => map.zoomOut()}>
        −
      </button>
      <button type="button" aria-label={strings.fit} title={strings.fit} onClick={() => fit(map, true)}>
        ⤢
      </button>
    </div>
  );
}

function draw(container: HTMLElement, settings: About): Drawn {
  const start = camera.peek();
  const map = new Drawn({
    container,
    style: scaled(style(palette(), settings), scale()),
    center: start ? [start[0], start[1]] : [30, 40],
    zoom: start ? start[2] : 2,
    maxZoom: CLOSEST,
    minZoom: 0.5,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: true,
    fadeDuration: 0,
    locale: { "Map.Title": strings.map },
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-description", strings.mapHint);
  images(map);
  follow(map, settings);
  point(map);
  keepPace(map);
  return map;
}

function images(map: Drawn): void {
  map.setMissingStyleImageResolver((id) => {
    const drawn = id === "arrow" ? arrow() : icon(id, palette());
    if (drawn && !map.hasImage(id)) map.addImage(id, drawn, { pixelRatio: ratio() });
  });
}

function arrow(): ImageData | null {
  const size = 20 * ratio();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = palette().accent;
  pen.fill(new Path2D(`M${size * 0.2} ${size * 0.15}L${size * 0.9} ${size / 2}L${size * 0.2} ${size * 0.85}Z`));
  return pen.getImageData(0, 0, size, size);
}

// Everything that changes what the map shows: the view, what is open, the colours, the map's own movement.
function follow(map: Drawn, settings: About): void {
  let fitted = camera.peek() !== null;
  let dark = isDark.peek();
  let timer = 0;
  let centred: string | null = null;
  const refresh = (): void => void showEvents(map);
  const soon = (): void => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      refresh();
    }, ASK_EVERY_MS);
  };
  const ready = (): void => {
    shown.delete(map);
    void addTiles(map, settings, palette()).catch(() => undefined);
    void showLinks(map, links.peek());
    void showEvents(map).then(() =>
      map.once("idle", () => {
        map.getContainer().dataset["drawn"] = "yes";
        nameplaces(map);
      }),
    );
  };
  const stops = [
    effect(() => {
      if (!view.value) {
        empty(map);
        return;
      }
      if (!fitted && view.value.bounds) {
        fitted = true;
        fit(map, false);
      }
      refresh();
    }),
    effect(() => {
      const { event } = opened.value;
      const all = links.value;
      if (!view.value) return;
      void showLinks(map, all).then((at) => {
        if (event !== centred && at) bring(map, at);
        if (at || event === null) centred = event;
      });
    }),
    effect(() => {
      if (isDark.value === dark) return;
      dark = isDark.value;
      map.setStyle(scaled(style(palette(), settings), scale()), { diff: false });
      map.once("styledata", ready);
    }),
  ];
  map.on("load", ready);
  map.on("move", soon);
  map.on("moveend", () => {
    refresh();
    const { lng, lat } = map.getCenter().wrap();
    if (fitted) setCamera([round(lng), round(lat), round(map.getZoom())]);
  });
  map.on("remove", () => stops.forEach((stop) => stop()));
}

// Twenty thousand names take the map's worker a while: events come first.
function nameplaces(map: Drawn): void {
  (map.getSource(NAMES.source) as GeoJSONSource | undefined)?.setData(NAMES.url);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

// Nothing stays drawn of what is no longer looked at.
function empty(map: Drawn): void {
  shown.delete(map);
  for (const source of [EVENTS, ARCS, CHOSEN])
    (map.getSource(source) as GeoJSONSource | undefined)?.setData({ type: "FeatureCollection", features: [] });
}

interface Shown {
  readonly version: number;
  readonly zoom: number;
  readonly bbox: readonly [number, number, number, number];
}
const shown = new WeakMap<Drawn, Shown>();

// What is drawn reaches beyond the view, so that nothing needs to be asked anew until a movement leaves it.
function isShown(map: Drawn, version: number): boolean {
  const last = shown.get(map);
  if (!last || last.version !== version || last.zoom !== Math.floor(map.getZoom())) return false;
  const bounds = map.getBounds();
  const [west, south, east, north] = last.bbox;
  const isWhole = west === -180 && east === 180;
  const isWide = isWhole || (bounds.getWest() >= west && bounds.getEast() <= east);
  return isWide && Math.max(-85, bounds.getSouth()) >= south && Math.min(85, bounds.getNorth()) <= north;
}

async function showEvents(map: Drawn): Promise<void> {
  const version = view.peek()?.version;
  if (version === undefined || !map.getSource(EVENTS) || isShown(map, version)) return;
  const bounds = map.getBounds();
  const [wide, high] = [bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth()];
  const whole = wide * (1 + 2 * MARGIN) >= 360;
  const bbox: [number, number, number, number] = [
    whole ? -180 : bounds.getWest() - wide * MARGIN,
    Math.max(-85, bounds.getSouth() - high * MARGIN),
    whole ? 180 : bounds.getEast() + wide * MARGIN,
    Math.min(85, bounds.getNorth() + high * MARGIN),
  ];
  const zoom = Math.floor(map.getZoom());
  if (shown.get(map)?.zoom !== zoom) void showLinks(map, links.peek()); // clusters part and join
  shown.set(map, { version, zoom, bbox });
  const found = await ask("features", { bbox, zoom, scale: scale() });
  if (view.peek()?.version !== version) return;
  (map.getSource(EVENTS) as GeoJSONSource | undefined)?.setData(found);
}

// Draws the arcs and the ring around the open event; the answer is where that stands.
async function showLinks(map: Drawn, all: readonly Link[]): Promise<Point | null> {
  const { event } = opened.peek();
  const shown = all.length <= MOST_ARCS ? all : all.filter((link) => link.from === event || link.to === event);
  const ids = [...shown.flatMap((link) => [link.from, link.to]), ...(event ? [event] : [])];
  const points = view.peek() && ids.length ? await ask("points", { ids, zoom: map.getZoom(), scale: scale() }) : [];
  (map.getSource(ARCS) as GeoJSONSource | undefined)?.setData(arcs(shown, points, event));
  const chosen = points.filter((point) => point.id === event);
  const features = chosen.map(({ lon, lat }): GeoJSON.Feature => {
    return { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } };
  });
  (map.getSource(CHOSEN) as GeoJSONSource | undefined)?.setData({ type: "FeatureCollection", features });
  return chosen[0] ?? null;
}

function bring(map: Drawn, { lon, lat }: Point): void {
  if (!map.getBounds().contains([lon, lat])) map.easeTo({ center: [lon, lat], duration: still() ? 0 : 400 });
}

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function fit(map: Drawn, moving: boolean): void {
  const bounds = view.peek()?.bounds;
  if (!bounds) return;
  const [west, south, east, north] = bounds;
  map.fitBounds([west, south, east, north], { ...FIT, duration: moving && !still() ? 500 : 0 });
}

const CLICKED = ["events", "clusters"];

function point(map: Drawn): void {
  const under = (event: MapMouseEvent) => map.queryRenderedFeatures(event.point, { layers: CLICKED })[0];
  map.on("mousemove", (event) => {
    if (!map.isMoving()) map.getCanvas().style.cursor = under(event) ? "pointer" : "";
  });
  map.on("click", (event) => {
    const found = under(event);
    if (!found) return;
    const { id, cluster } = found.properties as { id?: string; cluster?: number };
    if (id) open({ event: id });
    else if (cluster !== undefined) void expand(map, cluster);
  });
}

// A cluster opens by zooming in; one that never opens, since it is one place, is what the list then shows.
async function expand(map: Drawn, cluster: number): Promise<void> {
  const { zoom, box } = await ask("expand", { cluster });
  const [west, south, east, north] = box;
  if (zoom > CLOSEST || (east - west < SPOT && north - south < SPOT)) {
    setFilters({ bbox: [west - SPOT, south - SPOT, east + SPOT, north + SPOT].map(round) as never });
    open({});
  } else {
    map.easeTo({ center: [(west + east) / 2, (south + north) / 2], zoom, duration: still() ? 0 : 350 });
  }
}
