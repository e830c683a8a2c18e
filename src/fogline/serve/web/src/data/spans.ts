// A text cut into pieces at the spans that were read out of it, so that each piece can be shown as text with its marks.
// Spans count code points, as Python does; a JavaScript string counts UTF-16 units.
import type { Claim, Sentence, Span } from "./types";

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

// The sentences of a claim that hold what is told of it, in the order of the text.
export const sentencesOf = (claim: Pick<Claim, "sentence" | "sentence_span" | "further">): Sentence[] =>
  [claim, ...claim.further].sort((one, other) => one.sentence_span[0] - other.sentence_span[0]);

// The sentence of a claim that holds a span.
export const sentenceWith = (claim: Pick<Claim, "sentence" | "sentence_span" | "further">, [first, last]: Span): Sentence | undefined =>
  sentencesOf(claim).find(({ sentence_span: [start, end] }) => start <= first && last <= end);

const NEXT = 1; // characters between two sentences that follow each other

// A text from `from` on, cut at the spans that are lit: pieces in turn unlit and lit, in order, nothing left out.
export function lit(spans: readonly Span[], from: number): { readonly from: number; readonly to: number; readonly isLit: boolean }[] {
  const found: { from: number; to: number; isLit: boolean }[] = [];
  let at = from;
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    if (end <= at) continue;
    const last = found.at(-1);
    if (last?.isLit && start - at <= NEXT) {
      last.to = at = end;
      continue;
    }
    if (start > at) found.push({ from: at, to: start, isLit: false });
    found.push({ from: Math.max(at, start), to: end, isLit: true });
    at = end;
  }
  return [...found, { from: at, to: Number.POSITIVE_INFINITY, isLit: false }];
}
