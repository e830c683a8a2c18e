import { describe, expect, it } from "vitest";
import { unwrapped } from "../scripts/antimeridian.mjs";

describe("a ring of the basemap", () => {
  it("stays as it is where it crosses no antimeridian", () => {
    const ring = [[10, 50], [20, 50], [20, 60], [10, 50]];
    expect(unwrapped(ring)).toEqual(ring);
  });
  it("goes on past 180 degrees where it crosses it", () => {
    expect(unwrapped([[170, 65], [-170, 66], [-175, 70], [170, 65]])).toEqual([[170, 65], [190, 66], [185, 70], [170, 65]]);
  });
  it("is closed beyond the pole that it goes around", () => {
    const found = unwrapped([[-180, -70], [-60, -70], [60, -75], [179, -72], [-180, -70]]);
    expect(found.slice(-4)).toEqual([[180, -70], [180, -90], [-180, -90], [-180, -70]]);
  });
});
