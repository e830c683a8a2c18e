// What the page asks its worker, which holds the events, and what the worker answers.
import type { Filters, Sort } from "../data/filters";
import type { Days } from "../data/query";
import type { Changes } from "../data/types";

export interface View {
  readonly version: number; // grows with every answer: what was asked of an older one is out of date
  readonly revision: number;
  readonly all: number;
  readonly total: number;
  readonly placed: number;
  readonly dated: number;
  readonly disputed: number;
  readonly days: Days;
  readonly types: Readonly<Record<string, number>>;
  readonly bounds: readonly [number, number, number, number] | null;
}

export interface Query {
  readonly filters: Filters;
  readonly sort: Sort;
  readonly only: readonly string[] | null;
}

export interface Point {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly isShown: boolean; // whether it passes the filters; then it stands where it is drawn, in its cluster's middle if it has one
}

export interface Asks {
  load: { ask: { url: string; query: Query }; answer: View };
  query: { ask: Query; answer: View };
  change: { ask: Changes; answer: View };
  ids: { ask: { from: number; to: number }; answer: string[] };
  position: { ask: { id: string }; answer: number };
  points: { ask: { ids: readonly string[]; zoom: number; scale: number }; answer: Point[] };
  features: { ask: { bbox: [number, number, number, number]; zoom: number; scale: number }; answer: GeoJSON.FeatureCollection };
  expand: { ask: { cluster: number }; answer: { zoom: number; box: [number, number, number, number] } };
}
export type Kind = keyof Asks;

export interface Asked<K extends Kind = Kind> {
  readonly number: number;
  readonly kind: K;
  readonly ask: Asks[K]["ask"];
}

export type Answered =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly fault: string; readonly status: number };
