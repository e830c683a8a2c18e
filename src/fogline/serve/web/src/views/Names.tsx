// Words and names that come from reports: each isolated, so that one written from right to left moves nothing beside it, and
// without the marks that turn its direction.
import type { JSX } from "preact";
import { firstOf, undirected } from "../data/words";

export function Told({ text, look }: { text: string; look?: string }): JSX.Element {
  return <bdi class={look}>{undirected(text)}</bdi>;
}

// "a", "a and b", "a, b and 3 more".
export function Names({ names, most }: { names: readonly string[]; most: number }): JSX.Element {
  return (
    <>
      {firstOf(names, most).map(({ before, name }, at) => (
        <span key={at}>
          {before}
          <Told text={name} />
        </span>
      ))}
    </>
  );
}

// Parts with a dot between them; what is empty is left out, with its dot.
export function Dotted({ parts }: { parts: readonly (string | null | undefined)[] }): JSX.Element {
  return (
    <>
      {parts.filter(Boolean).map((part, at) => (
        <span key={at}>
          {at > 0 && " · "}
          <Told text={part ?? ""} />
        </span>
      ))}
    </>
  );
}
