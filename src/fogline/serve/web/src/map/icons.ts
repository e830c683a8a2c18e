// Draws the symbol of an event: shape by family, rings by who tells it, hatched where disputed, outline where the place is
// only a region or a country, colour by whether anybody is told dead.
import type { Family } from "../data/vocabulary";
import type { Palette } from "./palette";
import { scale } from "./scale";
import { BOX, SHAPES } from "./shapes";

const SIZE = 44; // pixels of the page, room for two rings included
// Pixels of the drawing to one of the page.
export const ratio = (): number => 2 * Math.ceil(scale());
const SHAPE = 22;
const HATCH = 4.2;
const RINGS: Readonly<Record<string, readonly number[]>> = {
  one_origin: [],
  one_side: [15],
  both_sides: [15, 17.8],
  independent: [15, 17.8, 20.6],
};

// `name` is "family-ring-hatched-exact-dead" as the worker writes it.
export function icon(name: string, colours: Palette): ImageData | null {
  const [family, ring, hatched, exact, toll] = name.split("-");
  const shape = SHAPES[family as Family];
  if (!shape || !ring) return null;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * ratio();
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.scale(ratio(), ratio());
  pen.translate(SIZE / 2, SIZE / 2);
  const colour = toll === "dead" ? colours.dead : colours.none;
  for (const radius of RINGS[ring] ?? []) circle(pen, radius, colour, colours.halo);
  pen.scale(SHAPE / BOX, SHAPE / BOX);
  pen.translate(-BOX / 2, -BOX / 2);
  fill(pen, new Path2D(shape), { colour, paper: colours.paper, hatched: hatched === "hatched", hollow: exact === "area" });
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function circle(pen: CanvasRenderingContext2D, radius: number, colour: string, halo: string): void {
  for (const [width, stroke] of [
    [2.8, halo],
    [1.4, colour],
  ] as const) {
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    pen.lineWidth = width;
    pen.strokeStyle = stroke;
    pen.stroke();
  }
}

interface Look {
  readonly colour: string;
  readonly paper: string;
  readonly hatched: boolean;
  readonly hollow: boolean;
}

function fill(pen: CanvasRenderingContext2D, shape: Path2D, { colour, paper, hatched, hollow }: Look): void {
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = paper;
  pen.stroke(shape);
  pen.fillStyle = hatched || hollow ? paper : colour;
  pen.fill(shape);
  if (hatched) {
    pen.save();
    pen.clip(shape);
    pen.beginPath();
    for (let x = -BOX; x < BOX; x += HATCH * 1.25) {
      pen.moveTo(x, BOX);
      pen.lineTo(x + BOX, 0);
    }
    pen.lineWidth = HATCH / 2;
    pen.strokeStyle = colour;
    pen.stroke();
    pen.restore();
  }
  pen.lineWidth = hatched || hollow ? 2 : 0.8;
  pen.strokeStyle = colour;
  pen.stroke(shape);
}
