// The events as the map draws them: points and clusters of the rows that pass.
import Supercluster, { type ClusterFeature, type PointFeature } from "supercluster";
import { type Columns, OPEN } from "../data/columns";
import { dead } from "../data/query";
import { familyOf } from "../data/vocabulary";

// Pixels within which events are drawn as one, and the zoom from which they are drawn apart. A settlement is one point, so
// that its events stay together at any zoom.
const RADIUS = 46;
const APART_FROM = 12;
// Above this latitude Mercator has no map.
const MOST_LAT = 85;
const WORLD: [number, number, number, number] = [-180, -90, 180, 90];

type OfPoint = {
  readonly row: number;
};
type OfCluster = {
  disputed: number;
  dead: number;
};
export type Clusters = Supercluster<OfPoint, OfCluster>;

export function clustered(columns: Columns, rows: Uint32Array, scale = 1): Clusters {
  const index: Clusters = new Supercluster<OfPoint, OfCluster>({
    radius: RADIUS * scale,
    maxZoom: APART_FROM,
    minPoints: 2,
    map: ({ row }) => ({ disputed: columns.disputed[row]!, dead: Math.max(0, dead(columns, row)) }),
    reduce: (sum, one) => {
      sum.disputed += one.disputed;
      sum.dead += one.dead;
    },
  });
  const points: PointFeature<OfPoint>[] = [];
  for (const row of rows) {
    if (columns.precision[row]! < 0 || Math.abs(columns.lat[row]!) > MOST_LAT) continue;
    const coordinates = [columns.lon[row]!, columns.lat[row]!];
    points.push({ type: "Feature", properties: { row }, geometry: { type: "Point", coordinates } });
  }
  return index.load(points);
}

export function features(
  columns: Columns,
  clusters: Clusters,
  bbox: [number, number, number, number],
  zoom: number,
): GeoJSON.FeatureCollection {
  const found = clusters.getClusters(bbox, Math.max(0, Math.floor(zoom)));
  return { type: "FeatureCollection", features: found.map((one) => drawn(columns, one)) };
}

function drawn(
  columns: Columns,
  one: ClusterFeature<OfCluster> | PointFeature<OfPoint>,
): GeoJSON.Feature {
  const { geometry } = one;
  if ("cluster" in one.properties) {
    const { cluster_id: cluster, point_count: count, disputed, dead } = one.properties;
    return { type: "Feature", geometry, properties: { cluster, count, disputed, dead } };
  }
  const { row } = one.properties;
  return { type: "Feature", geometry, properties: point(columns, row) };
}

function point(columns: Columns, row: number): Record<string, string | number> {
  const family = familyOf(columns.types[columns.type[row]!] ?? "other");
  const ring = columns.corroborations[columns.corroboration[row]!] ?? "one_origin";
  const hatched = columns.disputed[row] ? "hatched" : "plain";
  const exact = columns.precisions[columns.precision[row]!] === "settlement" ? "point" : "area";
  const count = dead(columns, row);
  const icon = [family, ring, hatched, exact, count > 0 ? "dead" : "none"].join("-");
  return { id: columns.id[row]!, icon, dead: count === OPEN ? 0 : Math.max(0, count) };
}

// Where each of these rows is drawn: in the middle of the cluster that holds it at this zoom, else at its own place.
export function drawnAt(clusters: Clusters, rows: ReadonlySet<number>, zoom: number): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  if (!rows.size) return found;
  for (const { geometry, properties } of clusters.getClusters(WORLD, Math.max(0, Math.floor(zoom)))) {
    const held = "cluster" in properties ? clusters.getLeaves(properties.cluster_id, Number.POSITIVE_INFINITY) : [{ properties }];
    for (const leaf of held) if (rows.has(leaf.properties.row)) found.set(leaf.properties.row, geometry.coordinates);
  }
  return found;
}

// How far to zoom to see a cluster apart, and the box of its events.
export function expansion(clusters: Clusters, cluster: number): { zoom: number; box: [number, number, number, number] } {
  const zoom = clusters.getClusterExpansionZoom(cluster);
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const leaf of clusters.getLeaves(cluster, Number.POSITIVE_INFINITY)) {
    const [lon, lat] = leaf.geometry.coordinates as [number, number];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return { zoom, box };
}
