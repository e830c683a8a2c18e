import { describe, expect, it, vi } from "vitest";
import { lit, marksOf, pieces, sentencesOf, sentenceWith } from "../src/data/spans";
import * as words from "../src/data/words";
import { path, chartOf } from "../src/data/steps";
import type { Step } from "../src/data/types";

vi.stubEnv("TZ", "Asia/Dhaka");

describe("pieces of a text", () => {
  it("hold every character once, with the marks over it", () => {
    const text = "Two dead in Kazan";
    const found = pieces(text, marksOf({ killed: [0, 3], what: [0, 8], "target:2": [12, 17] }));
    expect(found.map((piece) => piece.text).join("")).toBe(text);
    expect(found.map((piece) => piece.roles.join("+"))).toEqual(["killed+what", "what", "", "target"]);
  });
  it("are counted in code points, not in UTF-16 units", () => {
    const [, flag] = pieces("a💥b", [{ role: "what", span: [1, 2] }]);
    expect(flag?.text).toBe("💥");
  });
  it("stay within a stretch of the text", () => {
    const found = pieces("one two three", [{ role: "when", span: [0, 7] }], 4, 9);
    expect(found).toEqual([
      { text: "two", start: 4, roles: ["when"] },
      { text: " t", start: 7, roles: [] },
    ]);
  });
});

describe("the sentences of a claim", () => {
  const claim = {
    ...{ sentence: "Drones hit Sumy.", sentence_span: [20, 36] as const },
    further: [{ sentence: "Three died.", sentence_span: [50, 61] as const }, { sentence: "Three dead", sentence_span: [0, 10] as const }],
  };
  it("stand in the order of the text, and one holds each span", () => {
    expect(sentencesOf(claim).map((one) => one.sentence)).toEqual(["Three dead", "Drones hit Sumy.", "Three died."]);
    expect(sentenceWith(claim, [50, 55])?.sentence).toBe("Three died.");
    expect(sentenceWith(claim, [70, 75])).toBeUndefined();
  });
  it("light up in their report, and nothing is left out or told twice", () => {
    const found = lit([[50, 61], [0, 10], [20, 36]], 12);
    expect(found.map((piece) => [piece.from, piece.to, piece.isLit])).toEqual([
      [12, 20, false],
      [20, 36, true],
      [36, 50, false],
      [50, 61, true],
      [61, Number.POSITIVE_INFINITY, false],
    ]);
  });
});

describe("sentences that follow each other", () => {
  it("light up as one piece", () => {
    expect(lit([[0, 10], [11, 20]], 0).map((piece) => [piece.from, piece.to, piece.isLit])).toEqual([
      [0, 20, true],
      [20, Number.POSITIVE_INFINITY, false],
    ]);
  });
});

describe("numbers and days in words", () => {
  it("keep their bounds", () => {
    expect([[6, 6], [6, null], [0, 1]].map((one) => words.bounds(one as [number, number | null]))).toEqual(["6", "6+", "0–1"]);
  });
  it("tell how a figure grew, or the whole range where it is disputed", () => {
    expect(words.range({ low: 1, shown: [6, 6] })).toBe("1 … 6");
    expect(words.range({ low: 1, shown: [1, 6] })).toBe("1–6");
  });
  it("are written as a reader writes them", () => {
    expect(words.days(["2023-07-30", "2023-07-30"])).toBe("30 Jul 2023");
    expect(words.days(["2023-07-31", "2023-08-01"])).toBe("31 Jul – 1 Aug 2023");
    expect(words.moment("2023-07-31")).toBe("31 Jul");
  });
  it("tell a moment by the reader's own clock, and as it was given where it names no zone", () => {
    expect(words.zone()).toBe("Asia/Dhaka");
    expect(words.moment("2023-07-31T11:52:00+03:00")).toBe("31 Jul 14:52");
    expect(words.moment("2023-07-31T20:00:00Z", true)).toBe("1 Aug 2023 02:00");
    expect(words.moment("2023-07-31T11:52:00")).toBe("31 Jul 11:52");
    expect(words.ago("2023-07-31T11:52:00Z", Date.parse("2023-07-31T14:52:00Z"))).toBe("3 hours ago");
  });
});

describe("a figure over time", () => {
  const step = (at: string, by: string, low: number, high: number | null): Step => ({
    ...{ at, by, low, high, side: null, stance: "asserts", report: "r", claim: `${at}${by}` },
  });
  const size = { width: 100, height: 100 };
  const name = (one: Step): string => one.by ?? "";
  it("is a line a voice, level until its next word", () => {
    const chart = chartOf([step("2024-01-01", "a", 1, null), step("2024-01-02", "a", 2, 2), step("2024-01-03", "b", 4, 4)], name, size);
    expect(chart?.lines.map((line) => line.voice)).toEqual(["a", "b"]);
    expect(path(chart!.lines[0]!, 100)).toMatch(/^M0\.0 [\d.]+H50\.0V[\d.]+H100$/);
    expect(chart!.lines[0]!.points[0]!.high).toBe(0);
  });
  it("is no chart where nothing changes or the time is one", () => {
    expect(chartOf([step("2024-01-01", "a", 0, 0), step("2024-01-02", "b", 0, 0)], name, size)).toBeNull();
    expect(chartOf([step("2024-01-01", "a", 0, 0), step("2024-01-01", "b", 3, 3)], name, size)).toBeNull();
  });
});

describe("names", () => {
  it("are told up to a number, with what stands before each", () => {
    const told = (names: string[]): string => words.firstOf(names, 2).map(({ before, name }) => before + name).join("");
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(told)).toEqual(["", "a", "a and b", "a, b and 1 more"]);
  });
  it("go into a title without marks of direction", () => {
    expect(words.undirected("a\u202Eb\u202C\u2066c\u2069 d")).toBe("abc d");
  });
});

describe("the days that are chosen", () => {
  const known = ["2024-11-01", "2024-12-19"] as const;
  it("reach to the days of all events where an end is open", () => {
    expect(words.chosenDays("2024-12-01", null, known)).toBe("1–19 Dec 2024");
    expect(words.chosenDays(null, "2024-11-03", known)).toBe("1–3 Nov 2024");
  });
  it("are no span that ends before it begins", () => {
    expect(words.chosenDays("2030-01-01", null, known)).toBe("from 1 Jan 2030");
    expect(words.chosenDays(null, "1990-01-01", known)).toBe("to 1 Jan 1990");
    expect(words.chosenDays("2024-12-01", null, null)).toBe("from 1 Dec 2024");
    expect(words.chosenDays("2024-12-09", "2024-12-01", known)).toMatch(/after the last/);
  });
});
