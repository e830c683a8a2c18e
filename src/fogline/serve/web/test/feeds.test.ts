import { describe, expect, it } from "vitest";
import { inOrder, stateOf } from "../src/data/feeds";
import type { Feed } from "../src/data/types";

const feed = (change: Partial<Feed>): Feed => ({ ...({ name: "a", tried: null, succeeded: null, failures: 0, problem: null } as Feed), ...change });
const THEN = "2024-12-20T09:00:00+00:00";

describe("how a source stands", () => {
  it("is told by its last try, its last success, its failures and what is wrong", () => {
    expect(stateOf(feed({}))).toBe("never");
    expect(stateOf(feed({ tried: THEN }))).toBe("waiting");
    expect(stateOf(feed({ tried: THEN, succeeded: THEN }))).toBe("works");
    expect(stateOf(feed({ tried: THEN, succeeded: THEN, problem: "two items are too long" }))).toBe("noted");
    expect(stateOf(feed({ tried: THEN, succeeded: THEN, failures: 1, problem: "404" }))).toBe("failing");
  });
  it("puts what fails first", () => {
    const all = [feed({ name: "b", tried: THEN, succeeded: THEN }), feed({ name: "c" }), feed({ name: "d", failures: 2 })];
    expect(inOrder(all).map((one) => one.name)).toEqual(["d", "c", "b"]);
  });
});
