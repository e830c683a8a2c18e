import { describe, expect, it, vi } from "vitest";
import { at, fieldOf, momentFrom, momentOf } from "../src/data/past";

vi.stubEnv("TZ", "Asia/Dhaka");

describe("a moment of the past", () => {
  it("stands in the address as a day or a time, and anything else as nothing", () => {
    for (const given of ["2024-12-21", "2024-12-21T18:00Z", "2024-12-21T18:00:30+03:00", "2024-12-21T18:00"]) expect(momentFrom(given)).toBe(given);
    for (const given of [null, "", "yesterday", "2024-13-21", "2024-12-21T", "<b>"]) expect(momentFrom(given)).toBeNull();
  });
  it("is chosen by the reader's own clock", () => {
    expect(momentOf("2024-12-21T18:00")).toBe("2024-12-21T12:00Z");
    expect(momentOf("")).toBeNull();
    expect(fieldOf("2024-12-21T12:00Z")).toBe("2024-12-21T18:00");
    expect(fieldOf("2024-12-21")).toBe("2024-12-22T05:59");
    expect(fieldOf("2024-12-21T12:00")).toBe("2024-12-21T18:00");
  });
  it("goes with every question", () => {
    expect(at(new URLSearchParams({ limit: "1" }), "2024-12-21").toString()).toBe("limit=1&as_of=2024-12-21");
    expect(at(new URLSearchParams(), null).size).toBe(0);
  });
});
