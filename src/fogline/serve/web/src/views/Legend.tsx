// What the symbols of the map mean.
import type { JSX } from "preact";
import { FAMILIES } from "../data/vocabulary";
import { strings } from "../strings";
import { Symbol } from "./Symbol";

export function Legend(): JSX.Element {
  return (
    <details class="legend">
      <summary>{strings.legend}</summary>
      <ul>
        {FAMILIES.map((family) => (
          <li key={family}>
            <Symbol family={family} /> {strings.families[family]}
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <Symbol family="other" /> {strings.legendSize}
        </li>
        <li>
          <Symbol family="other" dead /> {strings.legendDead}
        </li>
        <li>
          <Symbol family="other" disputed /> {strings.legendHatch}
        </li>
        <li>
          <Symbol family="other" area /> {strings.legendHollow}
        </li>
        {(["one_side", "both_sides", "independent"] as const).map((ring) => (
          <li key={ring}>
            <svg class="symbol" viewBox="0 0 26 26" aria-hidden="true">
              <circle class="ring" cx="13" cy="13" r="7" />
              {ring !== "one_side" && <circle class="ring" cx="13" cy="13" r="9.5" />}
              {ring === "independent" && <circle class="ring" cx="13" cy="13" r="12" />}
              <circle class="ring-dot" cx="13" cy="13" r="4" />
            </svg>{" "}
            {strings.legendRing[ring]}
          </li>
        ))}
        <li>
          <span class="legend-count" aria-hidden="true">
            9!
          </span>{" "}
          {strings.legendCluster}
        </li>
        <li>
          <span class="legend-arc" aria-hidden="true" /> {strings.legendArc}
        </li>
      </ul>
    </details>
  );
}
