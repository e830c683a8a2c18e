// The timeline: events by day, in three tones; a stretch of it that is dragged is the filter "from" and "to".
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { dayNumber, isoDay } from "../data/filters";
import { type Bar, barsOf, dayAt, moved, type Scale, scaleOf, ticksOf, xOf } from "../data/timeline";
import type { Interval } from "../data/types";
import { TONES } from "../data/vocabulary";
import * as words from "../data/words";
import { view } from "../desk";
import { palette } from "../map/palette";
import { scale as wall } from "../map/scale";
import { isDark } from "../preferences";
import { filters, setFilters } from "../state";
import { grouped, locale, strings } from "../strings";

const AXIS = 18; // pixels under the bars
const TOP = 6;
const WHILE_DRAGGING_MS = 60;
const LEAST_TALL = 2; // pixels of a bar, so that one event shows beside a thousand
const A_PAGE = 12; // bars that Page Up and Page Down move

const peak = signal(""); // how many events the highest bar counts, in words

type Chosen = readonly [first: number, last: number];

export function Timeline(): JSX.Element {
  const now = view.value;
  const { since, until } = filters.value;
  const undated = now ? now.total - now.dated : 0;
  return (
    <section class="timeline" aria-label={strings.timeline}>
      <div class="timeline-head">
        <h2 class="unseen">{strings.timeline}</h2>
        <ul class="tones">
          {TONES.map((tone) => (
            <li key={tone}>
              <span class={`tone is-${tone}`} aria-hidden="true" /> {strings.tones[tone]}
            </li>
          ))}
          <li>
            <span class="tone is-disputed" aria-hidden="true" /> {strings.disputed.toLowerCase()}
          </li>
        </ul>
        {peak.value && <span class="timeline-peak">{peak.value}</span>}
        <span class="timeline-words">
          {since || until ? words.chosenDays(since, until, knownDays()) : now?.dated ? strings.timelineHint : ""}
          {undated > 0 && !since && !until && ` · ${strings.undated(undated)}`}
        </span>
        {(since || until) && (
          <button type="button" class="plain" onClick={() => setFilters({ since: null, until: null })}>
            {strings.timelineAll}
          </button>
        )}
      </div>
      <Chart />
    </section>
  );
}

function knownDays(): Interval | null {
  const days = view.value?.days;
  return days?.disputed.length ? [isoDay(days.start), isoDay(days.start + days.disputed.length - 1)] : null;
}

function Chart(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<readonly [number, number]>([0, 0]);
  const days = view.value?.days;
  const scale = days && size[0] > 0 ? scaleOf(days, size[0], wall()) : null;
  const bars = days && scale ? barsOf(days, scale) : [];

  useLayoutEffect(() => {
    const watcher = new ResizeObserver(() => {
      if (box.current) setSize([box.current.clientWidth, box.current.clientHeight]);
    });
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (canvas.current && scale) draw(canvas.current, size, scale, bars);
    const most = Math.max(0, ...bars.map((bar) => bar.total));
    peak.value = scale && most ? strings.most(grouped(most), scale.step.unit, scale.step.every) : "";
  }, [size, days, isDark.value]);

  return (
    <div ref={box} class="timeline-chart">
      <canvas ref={canvas} aria-hidden="true" />
      {scale && scale.days > 0 && <Brush scale={scale} bars={bars} />}
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, [width, height]: readonly [number, number], scale: Scale, bars: readonly Bar[]): void {
  const ratio = devicePixelRatio;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const colours = palette();
  pen.scale(ratio, ratio);
  const larger = wall();
  pen.font = `${11 * larger}px ${getComputedStyle(canvas).fontFamily}`;
  const floor = height - AXIS * larger;
  const most = Math.max(1, ...bars.map((bar) => bar.total));
  const high = (count: number): number => (count / most) * (floor - TOP);
  for (const tick of ticksOf(scale, locale, (label) => pen.measureText(label).width)) {
    const x = Math.round(xOf(scale, tick.day)) + 0.5;
    pen.fillStyle = colours.line;
    pen.fillRect(x, TOP, 1, floor - TOP + 4);
    pen.fillStyle = colours.muted;
    if (x + 4 + pen.measureText(tick.label).width <= width) pen.fillText(tick.label, x + 4, height - 5 * larger);
  }
  for (const bar of bars) {
    let y = floor;
    const gap = bar.width > 4 ? 1 : 0;
    bar.counts.forEach((count, tone) => {
      if (!count) return;
      const tall = Math.max(LEAST_TALL, high(count));
      pen.fillStyle = colours.tones[tone]!;
      pen.fillRect(bar.x, y - tall, bar.width - gap, tall);
      y -= tall;
    });
    if (bar.disputed) {
      pen.fillStyle = colours.disputed;
      pen.fillRect(bar.x, floor + 1, bar.width - gap, 3);
    }
  }
  pen.fillStyle = colours.line;
  pen.fillRect(0, floor, width, 1);
}

function Brush({ scale, bars }: { scale: Scale; bars: readonly Bar[] }): JSX.Element {
  const [drag, setDrag] = useState<Chosen | null>(null);
  const [hover, setHover] = useState<Bar | null>(null);
  const start = useRef<number | null>(null);
  const timer = useRef(0);
  const { since, until } = filters.value;
  const end = scale.first + scale.days - 1;
  const within = (day: number): number => Math.max(scale.first, Math.min(end, day));
  const chosen: Chosen = drag ?? [since ? within(dayNumber(since)) : scale.first, until ? within(dayNumber(until)) : end];
  const isChosen = drag !== null || since !== null || until !== null;

  const dayOf = (event: PointerEvent): number => {
    const area = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return dayAt(scale, event.clientX - area.left);
  };
  const say = ([first, last]: Chosen, how: "push" | "replace"): void => {
    clearTimeout(timer.current);
    const whole = first <= scale.first && last >= end;
    setFilters({ since: whole ? null : isoDay(first), until: whole ? null : isoDay(last) }, how);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    start.current = dayOf(event);
    setFilters({}, "push");
  };
  const onPointerMove = (event: PointerEvent): void => {
    const day = dayOf(event);
    setHover(bars.find((bar) => bar.first <= day && day <= bar.last) ?? null);
    if (start.current === null) return;
    const next: Chosen = [Math.min(start.current, day), Math.max(start.current, day)];
    setDrag(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => say(next, "replace"), WHILE_DRAGGING_MS);
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (start.current === null) return;
    const day = dayOf(event);
    const bar = bars.find((one) => one.first <= day && day <= one.last);
    const next: Chosen = drag ?? (bar ? [bar.first, bar.last] : [day, day]);
    start.current = null;
    setDrag(null);
    say(next, "push");
  };
  const onKey = (which: 0 | 1) => (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 },
      ...{ PageDown: -A_PAGE, PageUp: A_PAGE, Home: -Number.POSITIVE_INFINITY, End: Number.POSITIVE_INFINITY },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = [...chosen] as [number, number];
    const [least, most] = which === 0 ? [scale.first, chosen[1]] : [chosen[0], end];
    next[which] = Math.max(least, Math.min(most, moved(scale, next[which], which === 0 ? "first" : "last", step)));
    say(next, "replace");
  };
  const handle = (which: 0 | 1): JSX.Element => (
    <div
      id={which === 0 ? "timeline-from" : "timeline-to"}
      class="brush-handle"
      role="slider"
      tabIndex={0}
      aria-label={which === 0 ? strings.timelineFrom : strings.timelineTo}
      aria-valuemin={scale.first}
      aria-valuemax={end}
      aria-valuenow={chosen[which]}
      aria-valuetext={words.days([isoDay(chosen[which]), isoDay(chosen[which])])}
      onKeyDown={onKey(which)}
      style={{ left: `${xOf(scale, chosen[which] + which)}px` }}
    />
  );
  const [left, right] = [xOf(scale, chosen[0]), xOf(scale, chosen[1] + 1)];
  return (
    <div
      class="brush"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => setHover(null)}
      onPointerCancel={() => {
        start.current = null;
        setDrag(null);
      }}
    >
      {isChosen && <div class="brush-off" style={{ left: "0", width: `${Math.max(0, left)}px` }} />}
      {isChosen && <div class="brush-off" style={{ left: `${right}px`, right: "0" }} />}
      {isChosen && <div class="brush-on" style={{ left: `${left}px`, width: `${Math.max(2, right - left)}px` }} />}
      {handle(0)}
      {handle(1)}
      {hover && start.current === null && (
        <p class="tip" style={{ left: `${Math.min(scale.width - 150, Math.max(0, hover.x))}px` }}>
          {words.days([isoDay(hover.first), isoDay(hover.last)])}: {strings.events(hover.total)}
          {hover.disputed > 0 && `, ${strings.disputedOf(hover.disputed)}`}
        </p>
      )}
    </div>
  );
}
