// The arcs of answers: from the event that is called an answer back to what it answers, bent so that both ways show.
import type { Link } from "../data/types";
import type { Point } from "../worker/protocol";

const STEPS = 32;
const BEND = 0.18; // of the distance, to the left of the way from the earlier event to the later

// Lines run from the earlier event to the later, both of which the map shows; events drawn at one place have none.
export function arcs(links: readonly Link[], points: readonly Point[], chosen: string | null): GeoJSON.FeatureCollection {
  const at = new Map(points.filter((point) => point.isShown).map((point) => [point.id, point]));
  const features: GeoJSON.Feature[] = [];
  const drawn = new Set<string>();
  for (const link of links) {
    const [earlier, later] = [at.get(link.to), at.get(link.from)];
    const key = `${link.to} ${link.from}`;
    if (!earlier || !later || drawn.has(key) || (earlier.lon === later.lon && earlier.lat === later.lat)) continue;
    drawn.add(key);
    const properties = { chosen: chosen !== null && (link.from === chosen || link.to === chosen) };
    features.push({ type: "Feature", properties, geometry: { type: "LineString", coordinates: bent(earlier, later) } });
  }
  return { type: "FeatureCollection", features };
}

// A quadratic curve; across the antimeridian it takes the short way.
export function bent(from: Pick<Point, "lon" | "lat">, to: Pick<Point, "lon" | "lat">): [number, number][] {
  const turn = to.lon - from.lon > 180 ? -360 : to.lon - from.lon < -180 ? 360 : 0;
  const [x, y] = [to.lon + turn, to.lat];
  const [dx, dy] = [x - from.lon, y - from.lat];
  const middle = [(from.lon + x) / 2 - dy * BEND, (from.lat + y) / 2 + dx * BEND] as const;
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const weights = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2] as const;
    return [
      weights[0] * from.lon + weights[1] * middle[0] + weights[2] * x,
      weights[0] * from.lat + weights[1] * middle[1] + weights[2] * y,
    ];
  });
}
