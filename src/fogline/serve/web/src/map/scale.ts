// A wall display shows the map's symbols and names as much larger as its type.
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";

const PLAIN_PX = 14; // the page's type on a desk, and what the style's sizes are made for
const WALL_PX = 2200; // from this width on the type grows; the style sheet says the same

export function scale(): number {
  if (innerWidth < WALL_PX) return 1;
  return Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / PLAIN_PX);
}

const SIZES = ["text-size", "icon-size", "circle-radius", "circle-stroke-width", "line-width", "text-halo-width"];

export function scaled(style: StyleSpecification, factor: number): StyleSpecification {
  return factor === 1 ? style : { ...style, layers: style.layers.map((layer) => larger(layer, factor)) };
}

function larger(layer: LayerSpecification, factor: number): LayerSpecification {
  const of = (values: object | undefined): object =>
    Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, SIZES.includes(name) ? times(value, factor) : value]));
  return { ...layer, layout: of(layer.layout), paint: of(layer.paint) } as LayerSpecification;
}

// A size times a factor: a number, or the outcomes of an interpolation (every second after its input) or of a case.
export function times(size: unknown, factor: number): unknown {
  if (typeof size === "number") return size * factor;
  if (!Array.isArray(size)) return size;
  const [kind] = size as unknown[];
  const isOutcome = (at: number): boolean =>
    kind === "interpolate" ? at >= 4 && at % 2 === 0 : kind === "case" && at > 0 && (at % 2 === 0 || at === size.length - 1);
  return size.map((part: unknown, at) => (isOutcome(at) ? times(part, factor) : part));
}
