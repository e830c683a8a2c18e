import { describe, expect, it } from "vitest";
import { disputedFields, unopposed } from "../src/data/agreement";
import type { Detail } from "../src/data/types";
import { tellsAny } from "../src/data/words";

const claim = (report: string, by: string, side: string | null, weapon: string[], stance = "asserts"): object => ({
  ...{ id: `${report}${by}`, report, by, side, stance, weapon, figures: {} },
  ...{ actor: [], target: [], against: [], effects: [], place: null, date: null },
});
const event = (...claims: object[]): Detail => {
  const reports = ["r1", "r2", "r3"].map((id) => ({ id, source: id, origin: id === "r3" ? "r1" : id }));
  return { claims, reports, disputed: [] } as unknown as Detail;
};
const weapons = (fields: readonly { said: readonly { value: string }[] }[]): string[] => fields.flatMap(({ said }) => said.map((one) => one.value));
const found = (...claims: object[]): string[][] => {
  const { several, single } = unopposed(event(...claims));
  return [weapons(several), weapons(single)];
};

describe("what nobody contradicts", () => {
  it("is said by several only where two sides or two origins say it", () => {
    expect(found(claim("r1", "a", "Ukraine", ["drone"]), claim("r1", "b", "Russia", ["drone"]))).toEqual([["drones"], []]);
    expect(found(claim("r1", "a", null, ["drone"]), claim("r2", "b", null, ["drone"]))).toEqual([["drones"], []]);
  });
  it("is said by one side where many reports carry that side's word", () => {
    expect(found(claim("r1", "a", "Ukraine", ["drone"]), claim("r2", "b", "Ukraine", ["drone"]))).toEqual([[], ["drones"]]);
  });
  it("is said by one origin where copies repeat it", () => {
    expect(found(claim("r1", "a", null, ["drone"]), claim("r3", "b", null, ["drone"]))).toEqual([[], ["drones"]]);
  });
  it("is said by nobody who denies it", () => {
    const all = [claim("r1", "a", "Ukraine", ["drone"]), claim("r2", "b", "Russia", ["drone"], "denies")];
    expect(found(...all)).toEqual([[], ["drones"]]);
    const [said] = unopposed(event(...all)).single.flatMap((one) => one.said);
    expect([said?.voices, said?.denied]).toEqual([["Ukraine"], ["Russia"]]);
  });
  it("is no longer that where somebody denies it, though several say it", () => {
    const all = [claim("r1", "a", "Ukraine", ["drone"]), claim("r2", "b", null, ["drone"]), claim("r2", "c", "Russia", ["drone"], "denies")];
    const { several, denied, single } = unopposed(event(...all));
    expect([weapons(several), weapons(denied), weapons(single)]).toEqual([[], ["drones"], []]);
  });
  it("is parted value by value", () => {
    const all = [claim("r1", "a", "Ukraine", ["drone", "mine"]), claim("r2", "b", "Russia", ["drone"])];
    expect(found(...all)).toEqual([["drones"], ["mines"]]);
  });
});

describe("who was struck", () => {
  it("is whom the event has where the sides accuse each other, not the foe of each accused", () => {
    const ours = { ...claim("r1", "a", "Ukraine", []), target: ["Ukraine"] };
    const theirs = { ...claim("r2", "b", "Russia", []), target: ["Russia"] };
    const struck = (disputed: string[]): string[] => weapons(unopposed({ ...event(ours, theirs), disputed, target: ["Ukraine"] }).single);
    expect(struck(["actor"])).toEqual(["Ukraine"]);
    expect(struck([])).toEqual(["Ukraine", "Russia"]);
  });
});

describe("what is in dispute", () => {
  it("is said and denied by voices apart, but whether it happened, where to deny is to say so", () => {
    const all = [claim("r1", "a", "Ukraine", ["drone"]), claim("r2", "b", "Russia", ["drone"], "denies")];
    const disputed = disputedFields({ ...event(...all), disputed: ["occurred", "weapon"] });
    const told = disputed.map(({ said }) => said.map(({ voices, denied }) => [voices, denied]));
    expect(told).toEqual([[[["Ukraine"], []], [["Russia"], []]], [[["Ukraine"], ["Russia"]]]]);
  });
});

describe("the colour of a symbol", () => {
  it("is that of the dead where the highest word, or the lowest of an open one, is more than none", () => {
    const bounds = [[0, 3], [1, null], [0, 0], [0, null]] as const;
    expect(bounds.map(([low, high]) => tellsAny({ low, high }))).toEqual([true, true, false, false]);
    expect(tellsAny(undefined)).toBe(false);
  });
});
