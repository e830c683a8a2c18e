// Names that come from reports: each isolated, so that one written from right to left moves nothing beside it.
import type { JSX } from "preact";
import { firstOf } from "../data/words";

// "a", "a and b", "a, b and 3 more".
export function Names({ names, most }: { names: readonly string[]; most: number }): JSX.Element {
  return (
    <>
      {firstOf(names, most).map(({ before, name }, at) => (
        <span key={at}>
          {before}
          <bdi>{name}</bdi>
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
          <bdi>{part}</bdi>
        </span>
      ))}
    </>
  );
}
