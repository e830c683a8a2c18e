// Which verdicts speak of an event?
import type { Detail, Given, Told } from "./types";

// Those with a side whose reports all tell of the event, or both sides of which have one that does; newest first.
export function verdictsOn(event: Pick<Detail, "reports">, given: readonly Given[]): Given[] {
  const here = new Set(event.reports.map((report) => report.id));
  const whole = (side: readonly Told[]): boolean => side.length > 0 && side.every(({ report }) => here.has(report));
  const part = (side: readonly Told[]): boolean => side.some(({ report }) => here.has(report));
  const speaks = ({ one, other }: Given): boolean => whole(one) || whole(other) || (part(one) && part(other));
  return given.filter((verdict) => verdict.kind !== "undo" && speaks(verdict)).reverse();
}

const HOLDS = ["in_force", "partly_overruled"];
export const holds = (verdict: Given): boolean => HOLDS.includes(verdict.state);
