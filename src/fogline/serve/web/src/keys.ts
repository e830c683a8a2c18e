// The keys that work anywhere on the page, but for where something is being typed.
import { go, showNew } from "./desk";
import { singleKeys } from "./preferences";
import { closeTo, filters, isListShown, open, opened, setFilters } from "./state";
import { inTurn } from "./turns";

const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

export function focusList(): void {
  if (document.getElementById("list")) focus("#list");
  else focus("#list-title");
}

const SINGLE: Readonly<Record<string, () => void>> = {
  "/": () => focus("#search"),
  "?": () => open({ panel: "keys" }),
  l: focusList,
  m: () => focus(".maplibregl-canvas"),
  t: () => focus("#timeline-from"),
  d: () => setFilters({ disputed: !filters.peek().disputed }),
  n: showNew,
};

async function escape(): Promise<void> {
  const { event, report } = opened.peek();
  if (isListShown.peek()) focusList();
  else await closeTo(report ? { event } : {});
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox], [type=radio]), textarea, select") !== null;
}

// Arrows on the map and on the timeline's ends are theirs.
const hasOwnArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(".maplibregl-canvas, [role=slider], [role=listbox], input") !== null;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    inTurn(escape);
    return;
  }
  if (isTyping(event.target)) return;
  if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !hasOwnArrows(event.target)) {
    void go(event.key === "ArrowLeft" ? -1 : 1);
    return;
  }
  const act = SINGLE[event.key];
  if (!act || !singleKeys.peek()) return;
  event.preventDefault();
  act();
}

export function start(): void {
  document.addEventListener("keydown", onKey);
}
