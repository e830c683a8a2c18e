// Words of a report with what was read out of them marked: each mark has a colour, a line of its own kind, and on demand
// the question that it answers as a word. The text is always text, never markup.
import type { JSX } from "preact";
import { type Mark, pieces } from "../data/spans";
import { FIGURES } from "../data/vocabulary";
import { undirected } from "../data/words";
import { strings } from "../strings";

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly from?: number;
  readonly to?: number;
  readonly isNamed?: boolean;
}

const kindOf = (role: string): string => ((FIGURES as readonly string[]).includes(role) ? "figure" : role);
export const questionOf = (role: string): string => strings.questions[role] ?? role;

export function Marked({ text, marks, from = 0, to = Number.POSITIVE_INFINITY, isNamed = false }: Props): JSX.Element {
  let before: readonly string[] = [];
  return (
    <>
      {pieces(text, marks, from, to).map((piece) => {
        const begun = piece.roles.filter((role) => !before.includes(role));
        before = piece.roles;
        if (!piece.roles.length) return undirected(piece.text);
        const names = piece.roles.map(questionOf).join(", ");
        return (
          <mark key={piece.start} class={`mark is-${kindOf(piece.roles[0]!)}`} title={names}>
            {isNamed && begun.length > 0 && <span class="mark-name">{begun.map(questionOf).join(", ")} </span>}
            {undirected(piece.text)}
          </mark>
        );
      })}
    </>
  );
}
