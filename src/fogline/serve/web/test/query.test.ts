import { describe, expect, it } from "vitest";
import { changed, columnsFrom } from "../src/data/columns";
import { NO_FILTERS } from "../src/data/filters";
import { pick, sorted } from "../src/data/query";
import type { MapAnswer, Summary } from "../src/data/types";

const ANSWER: MapAnswer = {
  ...{ revision: 1, count: 4, types: ["air_drone_strike", "threat"], statuses: ["occurred", "threatened"] },
  ...{ corroborations: ["one_origin", "one_side", "both_sides"], precisions: ["settlement", "region", "country"] },
  ...{ id: ["a", "b", "c", "d"], lon: [30, 40, null, 50], lat: [50, 51, null, 52], precision: [0, 1, -1, 0] },
  ...{ first: [100, 110, 120, null], last: [101, 110, 120, null], type: [0, 0, 1, 0], status: [0, 0, 1, 0] },
  ...{ corroboration: [0, 1, 2, 0], disputed: [0, 1, 0, 0], origins: [1, 2, 3, 1] },
  ...{ killed_low: [1, 5, null, 0], killed_high: [3, null, null, 0], killed: [6, 5, null, 0] },
};
const columns = columnsFrom(ANSWER);
const ids = (rows: Uint32Array): string => Array.from(rows, (row) => columns.id[row]).join("");

describe("filters over the columns", () => {
  it("take the days that an event touches, and no event without a day", () => {
    expect(ids(pick(columns, { ...NO_FILTERS, since: "1970-04-12", until: "1970-04-21" }).rows)).toBe("ab");
    expect(ids(pick(columns, NO_FILTERS).rows)).toBe("abcd");
  });
  it("count the types and the days without their own filter", () => {
    const found = pick(columns, { ...NO_FILTERS, types: ["threat"], since: "1970-04-30" });
    expect(found.types).toEqual({ air_drone_strike: 0, threat: 1 });
    expect(found.rows.length).toBe(1);
    expect(found.days.counts.map((day) => day.reduce((sum, one) => sum + one, 0))).toEqual([0, 0, 1]);
  });
  it("pass nothing for a word that the columns do not know", () => {
    expect(pick(columns, { ...NO_FILTERS, status: "dreamt" }).rows.length).toBe(0);
  });
  it("cross the antimeridian", () => {
    expect(ids(pick(columns, { ...NO_FILTERS, bbox: [45, 0, 35, 90] }).rows)).toBe("ad");
  });
});

describe("orders", () => {
  const all = pick(columns, NO_FILTERS).rows;
  it("put the newest first and those without a day last", () => expect(ids(sorted(columns, all, "newest"))).toBe("cbad"));
  it("put the disputed first", () => expect(ids(sorted(columns, all, "disputed"))).toBe("bcad"));
  it("put the deadliest first by the server's number, no count after none dead", () =>
    expect(ids(sorted(columns, all, "deadliest"))).toBe("abdc"));
});

describe("changes", () => {
  it("bring the number that the server orders by", () => {
    const killed = { low: 3, high: 7, latest: [7, 7], shown: [7, null], by: null };
    const event = { id: "e", type: "threat", status: "occurred", date: null, place: null, figures: { killed }, disputed: [] };
    const next = changed(columns, [{ ...event, corroboration: "one_side" } as unknown as Summary], [], 2);
    expect(next.killed[4]).toBe(7);
    expect(next.killed[0]).toBe(6);
  });
  const event = { id: "b", type: "riot", status: "occurred", date: ["1970-01-05", "1970-01-06"], place: null } as const;
  const rest = { figures: {}, disputed: [], origins: 7, corroboration: "both_sides" } as const;
  const summary = { ...event, ...rest } as unknown as Summary;
  it("replace a row, drop one, and take in a word that is new", () => {
    const next = changed(columns, [summary, { ...summary, id: "e" }], ["a"], 2);
    expect(next.id).toEqual(["b", "c", "d", "e"]);
    expect(next.types[next.type[0]!]).toBe("riot");
    expect([next.first[0], next.last[0], next.precision[0], next.revision]).toEqual([4, 5, -1, 2]);
    expect(columns.types).toEqual(["air_drone_strike", "threat"]);
  });
});
