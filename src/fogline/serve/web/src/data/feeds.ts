// How does a watched source stand, in one word?
import type { Feed } from "./types";

export const FEED_STATES = ["works", "noted", "failing", "waiting", "never"] as const;
export type FeedState = (typeof FEED_STATES)[number];

// `noted`: it was read, and something about it is told; `waiting`: it was asked and has not been read yet.
export function stateOf(feed: Pick<Feed, "tried" | "succeeded" | "failures" | "problem">): FeedState {
  if (feed.failures > 0) return "failing";
  if (feed.succeeded) return feed.problem ? "noted" : "works";
  return feed.tried ? "waiting" : "never";
}

const ORDER: readonly FeedState[] = ["failing", "noted", "waiting", "never", "works"];

// What needs a person first; within one state by name.
export function inOrder(feeds: readonly Feed[]): Feed[] {
  const rank = (feed: Feed): number => ORDER.indexOf(stateOf(feed));
  return [...feeds].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
