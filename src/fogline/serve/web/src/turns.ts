// What keys do takes turns, however quickly they are pressed: each starts from where the one before has led.
let last: Promise<void> = Promise.resolve();

export function inTurn(act: () => void | Promise<void>): void {
  last = last.catch(() => undefined).then(act);
}
