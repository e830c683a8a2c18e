// The closed vocabulary of the ledger (docs/ledger.md), and the families under which the page draws it.

export const TYPES = [
  "air_drone_strike",
  "missile_artillery_attack",
  "bombing",
  "ground_battle",
  "territory_change",
  "violence_against_civilians",
  "abduction_detention",
  "property_destruction",
  "protest",
  "riot",
  "mutiny",
  "threat",
  "pledge",
  "negotiation",
  "agreement",
  "mobilisation",
  "sanction",
  "aid",
  "other",
] as const;
export type EventType = (typeof TYPES)[number];

export const FAMILIES = ["air", "missile", "bomb", "battle", "territory", "abuse", "unrest", "talk", "other"] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Readonly<Record<EventType, Family>> = {
  air_drone_strike: "air",
  missile_artillery_attack: "missile",
  bombing: "bomb",
  ground_battle: "battle",
  territory_change: "territory",
  violence_against_civilians: "abuse",
  abduction_detention: "abuse",
  property_destruction: "abuse",
  protest: "unrest",
  riot: "unrest",
  mutiny: "unrest",
  threat: "talk",
  pledge: "talk",
  negotiation: "talk",
  agreement: "talk",
  mobilisation: "other",
  sanction: "other",
  aid: "other",
  other: "other",
};

// Three tones of the timeline: strikes from afar, violence at close quarters, all that is not violence.
export const TONES = ["remote", "near", "words"] as const;
export type Tone = (typeof TONES)[number];
const TONE_OF: Readonly<Record<Family, Tone>> = {
  air: "remote",
  missile: "remote",
  bomb: "remote",
  battle: "near",
  territory: "near",
  abuse: "near",
  unrest: "near",
  talk: "words",
  other: "words",
};

export const familyOf = (type: string): Family => FAMILY_OF[type as EventType] ?? "other";
export const toneOf = (type: string): Tone => TONE_OF[familyOf(type)];

export const STATUSES = ["occurred", "threatened", "planned"] as const;
export const CORROBORATIONS = ["one_origin", "one_side", "both_sides", "independent"] as const;
export const FIGURES = [
  "killed",
  "injured",
  "missing",
  "captured",
  "detained",
  "launched",
  "intercepted",
  "hit",
  "settlements",
  "displaced",
  "evacuated",
  "protesters",
] as const;
