import { describe, expect, it } from "vitest";
import type { Given } from "../src/data/types";
import { holds, verdictsOn } from "../src/data/verdicts";

const given = (id: string, events: string[], kind: Given["kind"] = "same"): Given => ({
  ...{ id, kind, events, of: null, author: "A. Reader", at: "2024-12-22T09:00:00.000+00:00", reason: "one raid", state: "in_force" },
});

describe("verdicts on an event", () => {
  it("are those that speak of it, newest first", () => {
    const all = [given("a", ["e1"]), given("b", ["e1", "e2"], "different"), given("c", ["e2"]), given("d", ["e1"], "undo")];
    expect(verdictsOn({ id: "e1" }, all).map((one) => one.id)).toEqual(["b", "a"]);
  });
  it("hold until they are taken back or overruled", () => {
    const states = ["in_force", "partly_overruled", "overruled", "undone", "waiting"];
    expect(states.map((state) => holds({ ...given("a", []), state }))).toEqual([true, true, false, false, false]);
  });
});
