// The shapes that the API answers with; docs/api.md describes them.

export type Bounds = readonly [low: number, high: number | null];
export type Interval = readonly [first: string, last: string];
export type Span = readonly [start: number, end: number];
export type Precision = "settlement" | "region" | "country";
export type Stance = "asserts" | "denies" | "no_comment";
export type Corroboration = "one_origin" | "one_side" | "both_sides" | "independent";

export interface Place {
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly geonameid: number | null;
  readonly precision: Precision;
}

export interface FigureRange {
  readonly low: number;
  readonly high: number | null;
  readonly latest: Bounds;
  readonly shown: Bounds; // what a list shows, and orders by
  readonly by: string | null;
}

export interface Fields {
  readonly actor: readonly string[];
  readonly target: readonly string[];
  readonly against: readonly string[];
  readonly weapon: readonly string[];
  readonly effects: readonly string[];
}

interface Common extends Fields {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly date: Interval | null;
  readonly place: Place | null;
  readonly figures: Readonly<Record<string, FigureRange>>;
  readonly disputed: readonly string[];
  readonly origins: number;
  readonly corroboration: Corroboration;
  readonly sides: readonly string[];
  readonly answers: readonly string[];
  readonly answered_by: readonly string[];
  readonly changed: number;
}

export interface Summary extends Common {
  readonly claims: number;
  readonly reports: number;
}

export interface Sentence {
  readonly sentence: string;
  readonly sentence_span: Span;
}

export interface Claim extends Fields {
  readonly id: string;
  readonly report: string;
  readonly by: string | null;
  readonly side: string | null;
  readonly stance: Stance;
  readonly type: string;
  readonly status: string;
  readonly date: Interval | null;
  readonly place: Place | null;
  readonly figures: Readonly<Record<string, Bounds>>;
  readonly spans: Readonly<Record<string, Span>>;
  readonly sentence: string;
  readonly sentence_span: Span;
  readonly further: readonly Sentence[]; // those that hold figures or weapons which `sentence` does not
  readonly confidence: number;
}

export interface ReportHead {
  readonly id: string;
  readonly source: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly published: string | null;
  readonly language: string | null;
  readonly origin: string;
  readonly held?: boolean;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly report: string;
  readonly span: Span;
  readonly words?: string;
  readonly other?: { readonly id: string; readonly title: string; readonly date: Interval | null } | null;
}

export interface Step {
  readonly at: string | null;
  readonly by: string | null;
  readonly side: string | null;
  readonly stance: Stance;
  readonly low: number;
  readonly high: number | null;
  readonly report: string;
  readonly claim: string;
}

export interface Detail extends Common {
  readonly revision: number;
  readonly claims: readonly Claim[];
  readonly reports: readonly ReportHead[];
  readonly links: readonly Link[];
  readonly history: Readonly<Record<string, readonly Step[]>>;
}

export interface Report extends ReportHead {
  readonly text: string;
  readonly full_text: string;
  readonly claims: readonly (Claim & { readonly event: string | null })[];
}

// A verdict that was given, with what became of it.
export interface Given {
  readonly id: string;
  readonly kind: "same" | "different" | "split" | "undo";
  readonly of: string | null;
  readonly author: string;
  readonly at: string;
  readonly reason: string;
  readonly state: string;
  readonly events: readonly string[]; // those of now of which it speaks
}

export interface About {
  readonly version: string;
  readonly revision: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly delay_hours?: number;
  readonly statement?: string;
  readonly write?: boolean;
  readonly tiles?: string | null; // an address with {z}, {x} and {y}, a .pmtiles archive, or a TileJSON
  readonly attribution?: string | null; // of the tiles
  readonly crimea?: "ua" | "dashed" | "border";
}

// A watched source as it stands; times in UTC.
export interface Feed {
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  readonly side: string | null;
  readonly language: string | null;
  readonly tried: string | null;
  readonly succeeded: string | null;
  readonly due: string | null;
  readonly failures: number;
  readonly items: number;
  readonly reports: number;
  readonly problems: number;
  readonly passed: number;
  readonly problem: string | null;
  readonly etag: string | null;
  readonly modified: string | null;
}

// All events as columns, as /api/map sends them.
export interface MapAnswer {
  readonly revision: number;
  readonly count: number;
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  readonly corroborations: readonly string[];
  readonly precisions: readonly string[];
  readonly id: readonly string[];
  readonly lon: readonly (number | null)[];
  readonly lat: readonly (number | null)[];
  readonly precision: readonly number[];
  readonly first: readonly (number | null)[];
  readonly last: readonly (number | null)[];
  readonly type: readonly number[];
  readonly status: readonly number[];
  readonly corroboration: readonly number[];
  readonly disputed: readonly number[];
  readonly origins: readonly number[];
  readonly killed_low: readonly (number | null)[];
  readonly killed_high: readonly (number | null)[];
  readonly killed: readonly (number | null)[]; // what "deadliest" orders by
}

export interface Changes {
  readonly revision: number;
  readonly events: readonly Summary[];
  readonly new: readonly string[];
  readonly gone: readonly string[];
}
