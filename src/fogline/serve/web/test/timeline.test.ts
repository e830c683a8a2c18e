import { describe, expect, it } from "vitest";
import { arcs, bent } from "../src/map/arcs";
import { dayNumber, isoDay } from "../src/data/filters";
import { after, barsOf, dayAt, moved, scaleOf, startOf, ticksOf, xOf } from "../src/data/timeline";

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
  it("has bars that can be seen, and labels that do not run into each other, over any span", () => {
    const measure = (label: string): number => label.length * 7;
    for (const length of [5, 60, 400, 700, 3_000, 9_000, 36_525])
      for (const width of [360, 800, 1400, 3800]) {
        const scale = scaleOf(days(new Array(length).fill(1)), width);
        for (const bar of barsOf(days(new Array(length).fill(1)), scale)) expect(bar.width).toBeGreaterThan(4);
        const ticks = ticksOf(scale, "en-GB", measure);
        expect(ticks.length).toBeGreaterThan(0);
        ticks.slice(1).forEach((tick, at) => {
          const before = ticks[at]!;
          expect(xOf(scale, before.day) + measure(before.label)).toBeLessThan(xOf(scale, tick.day));
        });
      }
  });
  it("counts whole stretches of the calendar in a bar", () => {
    expect(scaleOf(days(new Array(60).fill(1)), 1400).step).toEqual({ unit: "day", every: 1 });
    const scale = scaleOf(days(new Array(3_000).fill(1)), 1000);
    expect(scale.step).toEqual({ unit: "month", every: 1 });
    for (const bar of barsOf(days(new Array(3_000).fill(1)), scale)) expect(isoDay(bar.first).slice(8)).toBe("01");
  });
  it("begins a week on Monday, and a decade with its first year", () => {
    expect(isoDay(startOf({ unit: "week", every: 1 }, dayNumber("2024-12-22")))).toBe("2024-12-16");
    expect(isoDay(after({ unit: "month", every: 3 }, dayNumber("2024-10-01")))).toBe("2025-01-01");
    expect(isoDay(startOf({ unit: "year", every: 10 }, dayNumber("1969-05-01")))).toBe("1960-01-01");
  });
  it("moves an end by keys from edge to edge of the bars", () => {
    const scale = scaleOf(days(new Array(3_000).fill(1)), 1000);
    const move = (day: string, end: "first" | "last", bars: number): string => isoDay(moved(scale, dayNumber(day), end, bars));
    expect(move("2024-03-10", "first", 1)).toBe("2024-04-01");
    expect(move("2024-03-10", "first", -1)).toBe("2024-03-01");
    expect(move("2024-03-01", "first", -2)).toBe("2024-01-01");
    expect(move("2024-03-31", "last", 1)).toBe("2024-04-30");
    expect(move("2024-03-31", "last", -1)).toBe("2024-02-29");
    expect(moved(scale, 0, "last", Number.POSITIVE_INFINITY)).toBe(scale.first + scale.days - 1);
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
