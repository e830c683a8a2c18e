import { describe, expect, it } from "vitest";
import { arcs, bent } from "../src/map/arcs";
import { barsOf, dayAt, scaleOf, ticksOf, xOf } from "../src/data/timeline";

const days = (counts: number[]) => ({
  start: 19_700,
  counts: [Uint32Array.from(counts), new Uint32Array(counts.length), new Uint32Array(counts.length)],
  disputed: new Uint32Array(counts.length),
});

describe("the timeline", () => {
  it("loses no event, however many days share a bar", () => {
    const counts = Array.from({ length: 3000 }, (_, day) => day % 3);
    const bars = barsOf(days(counts), scaleOf(days(counts), 500));
    expect(bars.reduce((sum, bar) => sum + bar.total, 0)).toBe(3000);
  });
  it("finds the day under a pixel, and the pixel of a day", () => {
    const scale = scaleOf(days(new Array(100).fill(1)), 1000);
    for (const day of [19_700, 19_750, 19_799]) expect(dayAt(scale, xOf(scale, day) + 1)).toBe(day);
    expect(dayAt(scale, -50)).toBe(19_700);
  });
  it("names no more days than there is room for", () => {
    for (const length of [5, 60, 700, 9_000]) {
      const scale = scaleOf(days(new Array(length).fill(1)), 800);
      expect(ticksOf(scale, "en-GB").length).toBeLessThanOrEqual(14);
    }
  });
});

describe("the arc of an answer", () => {
  const point = (id: string, lon: number, lat = 50) => ({ id, lon, lat, isShown: true });
  const link = { from: "late", to: "early", kind: "response_to", report: "r", span: [0, 1] as const };
  it("runs from what is answered to the answer, once", () => {
    const { features } = arcs([link, link], [point("late", 30), point("early", 40)], "late");
    expect(features).toHaveLength(1);
    const line = features[0]!.geometry as GeoJSON.LineString;
    expect(line.coordinates[0]).toEqual([40, 50]);
    expect(line.coordinates.at(-1)).toEqual([30, 50]);
    expect(features[0]!.properties).toEqual({ chosen: true });
  });
  it("is not drawn to an event without a place", () => {
    expect(arcs([link], [point("late", 30)], null).features).toEqual([]);
  });
  it("takes the short way over the antimeridian", () => {
    expect(bent(point("a", 170), point("b", -170)).at(-1)?.[0]).toBe(190);
  });
});
