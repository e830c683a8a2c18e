// A text cut into pieces at the spans that were read out of it, so that each piece can be shown as text with its marks.
// Spans count code points, as Python does; a JavaScript string counts UTF-16 units.
import type { Span } from "./types";

export interface Mark {
  readonly span: Span;
  readonly role: string; // the question that the words answer
}

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly roles: readonly string[];
}

// The text from `from` to `to` in pieces, in order, nothing left out; a piece has the roles of every mark over it.
export function pieces(text: string, marks: readonly Mark[], from = 0, to = Number.POSITIVE_INFINITY): Piece[] {
  const points = Array.from(text);
  const end = Math.min(to, points.length);
  const inside = marks.filter(({ span: [first, last] }) => first < last && first < end && last > from);
  const cuts = new Set([from, end]);
  for (const { span } of inside) for (const cut of span) if (cut > from && cut < end) cuts.add(cut);
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, at) => {
    const stop = sorted[at + 1]!;
    const over = inside.filter(({ span: [first, last] }) => first <= start && last >= stop);
    return { text: points.slice(start, stop).join(""), start, roles: [...new Set(over.map((one) => one.role))] };
  });
}

// The marks of a claim: `target:2` is a further target.
export function marksOf(spans: Readonly<Record<string, Span>>): Mark[] {
  return Object.entries(spans).map(([role, span]) => ({ role: role.split(":")[0]!, span }));
}
