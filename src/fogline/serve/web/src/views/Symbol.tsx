// The symbol of a family of events as a small drawing beside words; decoration for a screen reader, which hears the words.
import type { JSX } from "preact";
import { BOX, SHAPES } from "../map/shapes";
import type { Family } from "../data/vocabulary";

interface Props {
  readonly family: Family;
  readonly dead?: boolean;
  readonly disputed?: boolean;
  readonly area?: boolean;
}

export function Symbol({ family, dead = false, disputed = false, area = false }: Props): JSX.Element {
  const look = ["symbol", dead ? "is-dead" : "", disputed ? "is-hatched" : "", area ? "is-area" : ""].join(" ");
  const fill = disputed ? { fill: `url(#hatch-${dead ? "dead" : "none"})` } : {};
  return (
    <svg class={look} viewBox={`-1 -1 ${BOX + 2} ${BOX + 2}`} aria-hidden="true" focusable="false">
      <path d={SHAPES[family]} {...fill} />
    </svg>
  );
}

// The hatching that symbols of disputed events are filled with; once on the page.
export function Hatches(): JSX.Element {
  return (
    <svg class="hatches" width="0" height="0" aria-hidden="true" focusable="false">
      {["dead", "none"].map((name) => (
        <pattern key={name} id={`hatch-${name}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class={`hatch-${name}`} width="2.2" height="5" />
        </pattern>
      ))}
    </svg>
  );
}
