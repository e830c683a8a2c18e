// The worker's other end: a question is a promise of its answer.
import { ApiError } from "../data/api";
import { strings } from "../strings";
import type { Answered, Asked, Asks, Kind } from "./protocol";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
let number = 0;

worker.onmessage = ({ data }: MessageEvent<Answered>): void => {
  const asked = waiting.get(data.number);
  waiting.delete(data.number);
  if ("fault" in data) asked?.reject(new ApiError(data.status, data.fault || strings.offline));
  else asked?.resolve(data.answer as never);
};

export function ask<K extends Kind>(kind: K, question: Asks[K]["ask"]): Promise<Asks[K]["answer"]> {
  number += 1;
  const asked: Asked<K> = { number, kind, ask: question };
  return new Promise((resolve, reject) => {
    waiting.set(asked.number, { resolve, reject });
    worker.postMessage(asked);
  });
}
