import { describe, expect, it } from "vitest";
import type { Detail, Given } from "../src/data/types";
import { holds, verdictsOn } from "../src/data/verdicts";

const given = (id: string, one: string[], other: string[], kind: Given["kind"] = "same"): Given => ({
  ...{ id, kind, of: null, author: "A. Reader", at: "2024-12-22T09:00:00.000+00:00", reason: "one raid", state: "in_force" },
  ...{ one: one.map((report) => ({ report })), other: other.map((report) => ({ report })) },
});
const event = { reports: ["r1", "r2"].map((id) => ({ id })) } as unknown as Detail;

describe("verdicts on an event", () => {
  it("are those of whose sides one is told by its reports alone, newest first", () => {
    const all = [given("a", ["r1"], ["r2"]), given("b", ["r1"], ["r9"], "different"), given("c", ["r1", "r8"], ["r9"]), given("d", ["r1"], [], "undo")];
    expect(verdictsOn(event, all).map((one) => one.id)).toEqual(["b", "a"]);
  });
  it("hold until they are taken back or overruled", () => {
    const states = ["in_force", "partly_overruled", "overruled", "undone", "waiting"];
    expect(states.map((state) => holds({ ...given("a", [], []), state }))).toEqual([true, true, false, false, false]);
  });
});
