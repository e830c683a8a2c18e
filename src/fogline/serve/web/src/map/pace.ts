// A machine that draws slowly draws less while the map is moved: half as many pixels each way, and neither rivers nor the
// borders of regions. At rest everything is drawn as on any other.
import type { Map as Drawn } from "maplibre-gl";

const SLOW_MS = 40; // between two frames
const ENOUGH = 8; // frames to judge by
const PAUSE_MS = 500; // more than that is no frame of a movement
const LESS = 0.5; // of the pixels to one of the page
const ASKED = null as unknown as number; // the screen's own ratio, asked for whenever it is needed: another screen may have another
const SETTLED_MS = 60;
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;
export const LEFT_OUT = ["regions", "rivers"]; // layers of lines that are not drawn while the map moves

// Whether the times between frames are those of a slow machine; null where they are too few to tell.
export function isSlow(frames: readonly number[]): boolean | null {
  if (frames.length < ENOUGH) return null;
  const sorted = [...frames].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]! > SLOW_MS;
}

export function keepPace(map: Drawn): void {
  let slow = drawsInSoftware(map);
  let isLess = false;
  let isHeld = false;
  let timer = 0;
  const draw = (less: boolean): void => {
    if (less === isLess) return;
    isLess = less;
    for (const layer of LEFT_OUT) if (map.getLayer(layer)) map.setPaintProperty(layer, "line-opacity", less ? 0 : 1);
    map.setPixelRatio(less ? devicePixelRatio * LESS : ASKED);
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => !isHeld && !map.isMoving() && draw(false), SETTLED_MS);
  };
  // Before the map begins to move: a change of its pixels ends a movement.
  const begin = (): void => {
    clearTimeout(timer);
    if (slow && !map.isMoving()) draw(true);
  };
  const box = map.getCanvasContainer();
  const hold = (): void => {
    isHeld = true;
    begin();
  };
  const leave = (): void => {
    isHeld = false;
    if (isLess) rest();
  };
  box.addEventListener("pointerdown", hold, true);
  box.addEventListener("wheel", begin, { capture: true, passive: true });
  addEventListener("pointerup", leave, true);
  addEventListener("pointercancel", leave, true);
  map.on("moveend", () => isLess && rest());
  map.on("remove", () => {
    removeEventListener("pointerup", leave, true);
    removeEventListener("pointercancel", leave, true);
  });
  if (!slow) measure(map, () => (slow = true));
}

// Tells once that the map moves slowly.
function measure(map: Drawn, onSlow: () => void): void {
  let frames: number[] = [];
  let last = 0;
  const look = (): void => {
    const now = performance.now();
    if (map.isMoving() && now - last < PAUSE_MS) frames.push(now - last);
    last = now;
    const found = isSlow(frames);
    if (found === null) return;
    frames = [];
    if (!found) return;
    map.off("render", look);
    onSlow();
  };
  map.on("render", look);
}

function drawsInSoftware(map: Drawn): boolean {
  const gl = map.getCanvas().getContext("webgl2");
  const told = gl?.getExtension("WEBGL_debug_renderer_info");
  return gl && told ? SOFTWARE.test(String(gl.getParameter(told.UNMASKED_RENDERER_WEBGL))) : false;
}
