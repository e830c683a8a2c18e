// The colours that are drawn on a canvas: read from the style sheet, which alone knows them.

export interface Palette {
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly region: string;
  readonly label: string;
  readonly halo: string;
  readonly dead: string;
  readonly none: string;
  readonly paper: string;
  readonly disputed: string;
  readonly accent: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly tones: readonly [string, string, string];
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    water: colour("map-water"),
    land: colour("map-land"),
    border: colour("map-border"),
    region: colour("map-region"),
    label: colour("map-label"),
    halo: colour("map-land"),
    dead: colour("dead"),
    none: colour("none"),
    paper: colour("paper"),
    disputed: colour("disputed"),
    accent: colour("accent"),
    ink: colour("ink"),
    muted: colour("muted"),
    line: colour("line"),
    tones: [colour("tone-remote"), colour("tone-near"), colour("tone-words")],
  };
}
