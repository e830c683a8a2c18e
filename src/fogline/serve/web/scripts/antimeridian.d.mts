export function unwrapped(ring: readonly (readonly number[])[]): number[][];
