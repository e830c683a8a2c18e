// Which verdicts speak of an event?
import type { Detail, Given } from "./types";

// Those that the server says speak of it, newest first; one that takes another back is told by the state of that.
export function verdictsOn(event: Pick<Detail, "id">, given: readonly Given[]): Given[] {
  return given.filter((verdict) => verdict.kind !== "undo" && verdict.events.includes(event.id)).reverse();
}

const HOLDS = ["in_force", "partly_overruled"];
export const holds = (verdict: Given): boolean => HOLDS.includes(verdict.state);
