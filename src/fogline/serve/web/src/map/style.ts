// The map's style: the offline basemap, the events above it. Colours come from the page's palette.
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { address } from "../data/api";
import type { About } from "../data/types";
import type { Palette } from "./palette";

// Labels are drawn from this font on the reader's own machine: the style names no server of glyphs.
const FONT = ["Inter Variable", "sans-serif"];
export const EVENTS = "events";
export const ARCS = "arcs";
export const CHOSEN = "chosen";
const NOTHING: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

export const NAMES = { source: "names", url: address("basemap/names.json") };

// The offline basemap, one archive that the build makes: see scripts/basemap.mjs.
const WORLD = "world";
const REGIONS_FROM = 4.4;

export function style(colours: Palette, settings: About): StyleSpecification {
  return {
    version: 8,
    sources: {
      [WORLD]: { type: "vector", url: `pmtiles://${address("basemap/world.pmtiles")}` },
      names: { type: "geojson", data: NOTHING, maxzoom: 9 },
      [ARCS]: { type: "geojson", data: NOTHING, tolerance: 0.2 },
      [EVENTS]: { type: "geojson", data: NOTHING, maxzoom: 14, buffer: 64 },
      [CHOSEN]: { type: "geojson", data: NOTHING },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.water } },
      ...ground(colours, settings),
      ...labels(colours),
      ...happenings(colours),
    ],
  };
}

export const FIRST_BORDER = "regions"; // tiles of a reader's choice lie under this layer

const AT_ONCE = { duration: 0, delay: 0 }; // see pace.ts

function ground(colours: Palette, settings: About): LayerSpecification[] {
  const of = (what: string): FilterSpecification => ["==", ["get", "of"], what];
  const layer = (name: string): { source: string; "source-layer": string } => ({ source: WORLD, "source-layer": name });
  const border = {
    "line-color": colours.border,
    "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.1, 10, 1.8] as ExpressionSpecification,
  };
  const crimea = settings.crimea ?? "ua";
  const isthmus: LayerSpecification = {
    ...{ id: "crimea", type: "line", ...layer("borders"), filter: of("crimea") },
    paint: crimea === "dashed" ? { ...border, "line-dasharray": [3, 2] } : border,
  };
  return [
    { id: "land", type: "fill", ...layer("land"), paint: { "fill-color": colours.land } },
    { id: "lakes", type: "fill", ...layer("lakes"), paint: { "fill-color": colours.water } },
    {
      ...{ id: "rivers", type: "line", ...layer("rivers"), minzoom: 3.5 },
      paint: {
        "line-color": colours.water,
        "line-width": ["interpolate", ["linear"], ["zoom"], 3.5, 0.6, 8, 2.2],
        "line-opacity-transition": AT_ONCE,
      },
    },
    {
      ...{ id: FIRST_BORDER, type: "line", ...layer("regions"), minzoom: REGIONS_FROM },
      paint: {
        "line-color": colours.region,
        "line-width": ["interpolate", ["linear"], ["zoom"], 4, 0.5, 8, 1],
        "line-dasharray": [2, 2],
        "line-opacity-transition": AT_ONCE,
      },
    },
    { id: "borders", type: "line", ...layer("borders"), filter: of("country"), paint: border },
    ...(crimea === "ua" ? [] : [isthmus]),
  ];
}

function labels(colours: Palette): LayerSpecification[] {
  const halo = { "text-color": colours.label, "text-halo-color": colours.halo, "text-halo-width": 1.2 };
  const kind = (name: string): FilterSpecification => ["==", ["get", "of"], name];
  return [
    {
      ...{ id: "region-names", type: "symbol", source: "names", filter: kind("region"), minzoom: 5.4, maxzoom: 8.5 },
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": 11,
        "text-letter-spacing": 0.06,
        "text-max-width": 7,
      },
      paint: { ...halo, "text-opacity": 0.75 },
    },
    {
      ...{ id: "city-points", type: "circle", source: "names", filter: kind("city"), minzoom: 3 },
      paint: { "circle-radius": 1.6, "circle-color": colours.label, "circle-opacity": shown(0.8) },
    },
    {
      ...{ id: "city-names", type: "symbol", source: "names", filter: kind("city"), minzoom: 3 },
      layout: {
        "text-field": shownText(),
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 3, 10, 8, 12.5],
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": ["interpolate", ["linear"], ["zoom"], 3, 0.45, 6, 0.6],
        "text-justify": "auto",
        "text-max-width": 9,
        "symbol-sort-key": ["-", 0, ["get", "people"]],
      },
      paint: halo,
    },
    {
      ...{ id: "country-names", type: "symbol", source: "names", filter: kind("country"), maxzoom: 6.5 },
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 1, 9.5, 5, 14],
        "text-letter-spacing": 0.08,
        "text-max-width": 7,
        "symbol-sort-key": ["-", 0, ["get", "people"]],
      },
      paint: { ...halo, "text-opacity": 0.85 },
    },
  ];
}

// A city is named from the zoom at which there is room for places of its size.
const LEAST_PEOPLE: readonly (readonly [zoom: number, people: number])[] = [
  [3, 3_000_000],
  [4, 1_000_000],
  [5, 400_000],
  [6, 120_000],
  [7, 50_000],
  [8, 30_000],
];

function step<T>(yes: T, no: T): unknown[] {
  const large = (people: number): unknown[] => ["case", [">=", ["get", "people"], people], yes, no];
  return ["step", ["zoom"], no, ...LEAST_PEOPLE.flatMap(([zoom, people]) => [zoom, large(people)])];
}
const shown = (opacity: number): ExpressionSpecification => step(opacity, 0) as ExpressionSpecification;
const shownText = (): ExpressionSpecification => step<unknown>(["get", "name"], "") as ExpressionSpecification;

const isCluster: FilterSpecification = ["has", "cluster"];
const isEvent: FilterSpecification = ["!", ["has", "cluster"]];
const CLUSTER_RADIUS: ExpressionSpecification = ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1.4, 11, 30, 30];

// Larger with the dead that are told: an area that grows with them, up to two hundred.
export const ICON_SIZE: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["sqrt", ["get", "dead"]],
  ...[0, 0.72, 3, 0.92, 7, 1.2, 14, 1.6],
];

function happenings(colours: Palette): LayerSpecification[] {
  return [
    {
      ...{ id: "arcs", type: "line", source: ARCS },
      layout: { "line-cap": "round" },
      paint: {
        "line-color": ["case", ["get", "chosen"], colours.accent, colours.muted],
        "line-width": ["case", ["get", "chosen"], 2, 1.1],
        "line-opacity": ["case", ["get", "chosen"], 1, 0.7],
        "line-dasharray": [2, 1.6],
      },
    },
    {
      ...{ id: "arc-heads", type: "symbol", source: ARCS },
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 120,
        "icon-image": "arrow",
        "icon-size": 0.7,
        "icon-allow-overlap": true,
      },
      paint: { "icon-opacity": ["case", ["get", "chosen"], 1, 0.7] },
    },
    {
      ...{ id: "clusters", type: "circle", source: EVENTS, filter: isCluster },
      paint: {
        "circle-radius": CLUSTER_RADIUS,
        "circle-color": colours.paper,
        "circle-opacity": 0.94,
        "circle-stroke-width": ["case", [">", ["get", "dead"], 0], 2.2, 1.4],
        "circle-stroke-color": ["case", [">", ["get", "dead"], 0], colours.dead, colours.none],
      },
    },
    {
      ...{ id: "cluster-counts", type: "symbol", source: EVENTS, filter: isCluster },
      layout: {
        "text-field": ["concat", shortCount(), ["case", [">", ["get", "disputed"], 0], "!", ""]],
        "text-font": FONT,
        "text-size": 12,
        "text-allow-overlap": true,
        "text-padding": 9, // names of places keep clear of the circle
      },
      paint: { "text-color": colours.ink },
    },
    {
      ...{ id: "chosen", type: "circle", source: CHOSEN },
      paint: {
        "circle-radius": 24,
        "circle-color": colours.accent,
        "circle-opacity": 0.14,
        "circle-stroke-width": 2.5,
        "circle-stroke-color": colours.accent,
      },
    },
    {
      ...{ id: "events", type: "symbol", source: EVENTS, filter: isEvent },
      layout: {
        "icon-image": ["get", "icon"],
        "icon-size": ICON_SIZE,
        "icon-allow-overlap": true,
        "icon-padding": 0,
        "symbol-sort-key": ["get", "dead"],
      },
    },
  ];
}

function shortCount(): ExpressionSpecification {
  const thousands: ExpressionSpecification = ["concat", ["to-string", ["round", ["/", ["get", "count"], 1000]]], "k"];
  return ["case", [">=", ["get", "count"], 10_000], thousands, ["to-string", ["get", "count"]]];
}
