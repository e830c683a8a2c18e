// Rings that cross the antimeridian jump from 180 to -180 degrees there; drawn as they are, they lie right across the map.

// The ring with longitudes that go on past 180, as the tiler cuts them; one that goes around a pole is closed beyond it.
export function unwrapped(ring) {
  let turn = 0;
  const found = ring.map(([x, y], at) => {
    const step = at === 0 ? 0 : x - ring[at - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [x + turn, y];
  });
  if (turn === 0) return found;
  const pole = ring.reduce((sum, [, y]) => sum + y, 0) < 0 ? -90 : 90;
  return [...found, [found.at(-1)[0], pole], [found[0][0], pole], found[0]];
}
