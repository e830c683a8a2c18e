// On which fields do the claims of an event agree, and where do they contradict each other?
import { strings } from "../strings";
import type { Claim, Detail, ReportHead } from "./types";
import * as words from "./words";

export interface Said {
  readonly value: string;
  readonly voices: readonly string[]; // who says so: sides where voices have one, else the voices
  readonly denied: readonly string[]; // who denies it: he names the value, and does not say it
  readonly claims: readonly Claim[];
}

export interface Field {
  readonly field: string;
  readonly said: readonly Said[];
}

const READ: Readonly<Record<string, (claim: Claim) => readonly string[]>> = {
  occurred: (claim) => [strings.stances[claim.stance] ?? claim.stance],
  actor: (claim) => claim.actor,
  target: (claim) => claim.target,
  place: (claim) => (claim.place ? [words.place(claim.place)] : []),
  date: (claim) => (claim.date ? [words.days(claim.date)] : []),
  weapon: (claim) => claim.weapon.map((one) => words.value("weapon", one)),
  against: (claim) => claim.against.map((one) => words.value("against", one)),
  effects: (claim) => claim.effects.map((one) => words.value("effects", one)),
};
const SHOWN = ["actor", "target", "place", "date", "weapon", "against", "effects"];

// What claims have on the fields that are not disputed, each value with who says it: `several` say it from two sides or
// origins and nobody denies what has it, or others deny it (`denied`), or only one says it.
export function unopposed(event: Detail): Record<"several" | "denied" | "single", Field[]> {
  const reports = new Map(event.reports.map((report) => [report.id, report]));
  const fields = SHOWN.filter((field) => !event.disputed.includes(field)).map((field) => ({ field, said: said(event, field) }));
  const those = (isWanted: (one: Said) => boolean): Field[] =>
    fields.map(({ field, said }) => ({ field, said: said.filter(isWanted) })).filter((one) => one.said.length > 0);
  const isShared = (one: Said): boolean => isBySeveral(one, reports);
  return {
    several: those((one) => isShared(one) && !one.denied.length),
    denied: those((one) => isShared(one) && one.denied.length > 0),
    single: those((one) => !isShared(one)),
  };
}

// Copies of one side's word, and several voices in one report of no side, are one word; who denies adds none.
export function isBySeveral({ voices, claims: all }: Said, reports: ReadonlyMap<string, ReportHead>): boolean {
  const claims = all.filter((one) => one.stance !== "denies");
  const sides = new Set(claims.flatMap(({ side }) => (side ? [side] : [])));
  const origins = new Set(claims.map(({ report }) => reports.get(report)?.origin ?? report));
  return voices.length > 1 && (sides.size > 1 || origins.size > 1);
}

// The disputed fields and figures, each value with who says it; a figure's values are its bounds.
export function disputedFields(event: Detail): Field[] {
  return event.disputed.map((field) => ({ field, said: said(event, field) }));
}

function said(event: Detail, field: string): Said[] {
  const read = READ[field] ?? ((claim: Claim) => figure(claim, field));
  const reports = new Map(event.reports.map((report) => [report.id, report]));
  const byValue = new Map<string, Claim[]>();
  // Where the sides accuse each other, what was struck is not also whoever is the foe of each accused.
  const isMeant = (value: string): boolean => field !== "target" || !event.disputed.includes("actor") || event.target.includes(value);
  for (const claim of event.claims.filter((one) => one.stance !== "no_comment"))
    for (const value of read(claim).filter(isMeant)) byValue.set(value, [...(byValue.get(value) ?? []), claim]);
  // Whether it happened at all is the one question on which to deny is to say something.
  const isDenial = (claim: Claim): boolean => field !== "occurred" && claim.stance === "denies";
  return [...byValue].map(([value, claims]) => ({
    value,
    claims,
    voices: voicesOf(claims.filter((one) => !isDenial(one)), reports),
    denied: voicesOf(claims.filter(isDenial), reports),
  }));
}

function figure(claim: Claim, name: string): readonly string[] {
  const count = claim.figures[name];
  return count ? [words.bounds(count)] : [];
}

export function voicesOf(claims: readonly Claim[], reports: ReadonlyMap<string, ReportHead>): string[] {
  return [...new Set(claims.map((claim) => claim.side ?? words.voice(claim, reports.get(claim.report))))];
}
