import { isSlow, LEFT_OUT } from "../src/map/pace";
import { describe, expect, it } from "vitest";
import { columnsFrom } from "../src/data/columns";
import type { Link, MapAnswer } from "../src/data/types";
import { arcs } from "../src/map/arcs";
import { times } from "../src/map/scale";
import { clustered, drawnAt } from "../src/worker/shown";

const ANSWER: MapAnswer = {
  ...{ revision: 1, count: 3, types: ["threat"], statuses: ["occurred"], corroborations: ["one_origin"], precisions: ["settlement"] },
  ...{ id: ["a", "b", "c"], lon: [30, 30.2, 50], lat: [50, 50, 52], precision: [0, 0, 0], first: [1, 1, 1], last: [1, 1, 1] },
  ...{ type: [0, 0, 0], status: [0, 0, 0], corroboration: [0, 0, 0], disputed: [0, 0, 0], origins: [1, 1, 1] },
  ...{ killed_low: [null, null, null], killed_high: [null, null, null], killed: [null, null, null] },
};
const link = (from: string, to: string): Link => ({ from, to, kind: "answers", report: "r1", span: [0, 1] });
const point = (id: string, lon: number, isShown: boolean) => ({ id, lon, lat: 50, isShown });

describe("arcs", () => {
  it("are drawn only between events that pass the filters", () => {
    const points = [point("a", 30, true), point("b", 40, true), point("c", 50, false)];
    expect(arcs([link("a", "b"), link("a", "c")], points, null).features.length).toBe(1);
  });
  it("are none between events drawn as one", () => {
    expect(arcs([link("a", "b")], [point("a", 30, true), point("b", 30, true)], null).features).toEqual([]);
  });
});

describe("where an event is drawn", () => {
  const columns = columnsFrom(ANSWER);
  it("is the middle of its cluster, as long as the map holds it together", () => {
    const far = drawnAt(clustered(columns, new Uint32Array([0, 1, 2])), new Set([0, 2]), 2);
    expect(far.get(0)![0]).toBeCloseTo(30.1);
    expect(far.get(2)![0]).toBeCloseTo(50);
    const near = drawnAt(clustered(columns, new Uint32Array([0, 1, 2])), new Set([0]), 11);
    expect(near.get(0)![0]).toBeCloseTo(30);
  });
  it("is nowhere for what the filters leave out", () => {
    expect(drawnAt(clustered(columns, new Uint32Array([0, 1])), new Set([2]), 2).size).toBe(0);
  });
});

describe("sizes on a wall", () => {
  it("grow at every stop, whose inputs stay", () => {
    expect(times(12, 2)).toBe(24);
    expect(times(["interpolate", ["linear"], ["zoom"], 3, 10, 8, 12.5], 2)).toEqual(["interpolate", ["linear"], ["zoom"], 3, 20, 8, 25]);
    expect(times(["case", ["get", "chosen"], 2, 1], 1.5)).toEqual(["case", ["get", "chosen"], 3, 1.5]);
  });
});

describe("the pace of the map", () => {
  it("is slow by half of its frames, not by one, and not before there are enough", () => {
    expect(isSlow([90, 90])).toBeNull();
    expect(isSlow([16, 16, 16, 400, 16, 16, 16, 16])).toBe(false);
    expect(isSlow([66, 66, 16, 50, 66, 66, 50, 16])).toBe(true);
  });
  it("leaves out lines of the ground alone", () => expect(LEFT_OUT).toEqual(["regions", "rivers"]));
});
