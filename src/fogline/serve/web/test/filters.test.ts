import { describe, expect, it } from "vitest";
import { dayNumber, fromParams, isoDay, isSpot, NO_FILTERS, serverParams, toParams } from "../src/data/filters";

describe("filters in the address", () => {
  it("come back as they went", () => {
    const filters = {
      ...NO_FILTERS,
      ...{ text: 'drone "high-rise"', since: "2024-12-01", until: "2024-12-31", types: ["riot", "aid"] },
      ...{ parties: ["Russia"], disputed: true, origins: 3, corroboration: "both_sides", bbox: [-1, 2, 3.5, 4] as const },
    };
    expect(fromParams(new URLSearchParams(toParams(filters).toString()))).toEqual(filters);
  });
  it("are nothing for what means nothing", () => {
    const params = new URLSearchParams("since=2024-13-45&origins=many&bbox=1,2,3&disputed=perhaps");
    expect(fromParams(params)).toEqual(NO_FILTERS);
    const words = new URLSearchParams("type=bogus&status=dreamt&corroboration=all&party=&report=&bbox=0,95,1,99");
    expect(fromParams(words)).toEqual(NO_FILTERS);
  });
  it("leave to the server only what needs reports or the gazetteer", () => {
    const filters = { ...NO_FILTERS, text: " Kazan ", types: ["riot"], disputed: true };
    expect(serverParams(filters).toString()).toBe("text=Kazan");
  });
});

describe("a box", () => {
  it("is a spot where a click on the map gave it, else an area", () => {
    expect([isSpot([30, 50, 30.04, 50.04]), isSpot([30, 40, 40, 50]), isSpot([179.99, 0, -179.99, 0.02])]).toEqual([true, false, false]);
  });
});

describe("days", () => {
  it("are counted from 1970 and back", () => {
    expect(dayNumber("1970-01-02")).toBe(1);
    expect(isoDay(dayNumber("2024-02-29"))).toBe("2024-02-29");
  });
});
