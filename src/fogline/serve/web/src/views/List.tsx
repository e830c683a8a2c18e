// The list of events: any number of rows, of which only those in sight are drawn and fetched.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SORTS } from "../data/filters";
import type { Summary } from "../data/types";
import { familyOf } from "../data/vocabulary";
import * as words from "../data/words";
import { about, busy, eventAt, fault, fresh, reload, renewed, row, rowsVersion, view, want } from "../desk";
import { asOf, clearFilters, filters, only, open, opened, setAsOf, setSort, sort } from "../state";
import { isFiltered } from "../data/filters";
import { grouped, strings, word } from "../strings";
import { ask } from "../worker/client";
import { Chips } from "./Bar";
import { Denied, isDenied } from "./Denied";
import { Told } from "./Names";
import { Loading, Notice } from "./Notice";
import { Symbol } from "./Symbol";

const REFUSED = [400, 404, 422]; // what is asked is wrong, and asking again does not help
const ROW_REM = 4.2;
const BEYOND = 6; // rows drawn above and below those in sight
const PAGE = 8; // rows that Page Up and Page Down move

interface Window {
  readonly version: number;
  readonly from: number;
  readonly ids: readonly string[];
}

// What outlives the list while an event is open over it.
const kept = { active: 0, scroll: 0 };

export function List(): JSX.Element {
  const now = view.value;
  return (
    <section class="list" aria-label={strings.list}>
      <div class="list-head">
        <h2 id="list-title" tabIndex={-1}>
          {now ? strings.events(now.total) : strings.list}
          {now && now.disputed > 0 && <span class="list-disputed"> · {strings.disputedOf(now.disputed)}</span>}
        </h2>
        <label>
          <span class="unseen">{strings.sortBy}</span>
          <select class="control" value={sort.value} onChange={({ currentTarget }) => setSort(SORTS.find((one) => one === currentTarget.value) ?? "newest")}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {strings.sorts[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Chips />
      <Body />
    </section>
  );
}

function Body(): JSX.Element {
  const now = view.value;
  const toNow = asOf.value === null ? undefined : { name: strings.backToNow, act: () => setAsOf(null) };
  if (isDenied(fault.value)) return <Denied />;
  if (fault.value && toNow) return <Notice title={strings.pastFailed} why={fault.value.message} onRetry={reload} action={toNow} isFault />;
  if (fault.value && REFUSED.includes(fault.value.status)) {
    return <Notice title={strings.failed} why={fault.value.message} action={{ name: strings.clearFilters, act: clearFilters }} isFault />;
  }
  if (fault.value) return <Notice title={strings.failed} why={fault.value.message} onRetry={reload} isFault />;
  if (!now) return <Loading what={strings.loadingEvents} />;
  if (now.total > 0) return <Rows total={now.total} version={now.version} />;
  if (busy.value) return <Loading what={strings.loadingEvents} />;
  if (isFiltered(filters.value) || only.value) {
    const { since, until } = filters.value;
    const events = (toNow ? undefined : about.value?.counts["events"]) ?? now.all;
    return (
      <Notice
        title={strings.emptyFilters}
        why={words.isBackwards(since, until) ? strings.emptyBackwards : strings.emptyFiltersWhy(events)}
        action={{ name: strings.clearFilters, act: clearFilters }}
      />
    );
  }
  if (toNow) return <Notice title={strings.pastEmpty} why={strings.pastEmptyWhy} action={toNow} />;
  return <Notice title={strings.emptyLedger} why={strings.emptyLedgerWhy} />;
}

function Rows({ total, version }: { total: number; version: number }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRef(ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const [range, setRange] = useState<readonly [number, number]>([0, 20]);
  const [shown, setShown] = useState<Window>({ version: 0, from: 0, ids: [] });
  const [active, setActive] = useState(Math.min(kept.active, total - 1));

  const look = (): void => {
    if (!box.current) return;
    const { scrollTop, clientHeight } = box.current;
    kept.scroll = scrollTop;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight.current) - BEYOND);
    const last = Math.min(total, Math.ceil((scrollTop + clientHeight) / rowHeight.current) + BEYOND);
    setRange((was) => (was[0] === first && was[1] === last ? was : [first, last]));
  };
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = kept.scroll;
    look();
    const watcher = new ResizeObserver(() => {
      rowHeight.current = ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      look();
    });
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, [total]);
  useEffect(() => {
    let gone = false;
    const [from, to] = range;
    void ask("ids", { from, to }).then((ids) => {
      if (gone) return;
      setShown({ version, from, ids });
      void want(ids);
    });
    return () => {
      gone = true;
    };
  }, [range, version, rowsVersion.value]);
  useEffect(() => {
    kept.active = active;
  }, [active]);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    const list = box.current;
    if (!list) return;
    const top = next * rowHeight.current;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight.current > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight.current - list.clientHeight;
  };
  const activeId = shown.ids[active - shown.from];
  // The rows of where the keys have just led may not be there yet.
  const openAt = async (at: number): Promise<void> => {
    const id = activeId ?? (await eventAt(at));
    if (id) open({ event: id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to);
    else if (event.key === "Enter" || event.key === " ") void openAt(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const height = rowHeight.current;
  return (
    <>
      <div class="list-columns" aria-hidden="true">
        <span>{strings.killed}</span>
        <span>{strings.injured}</span>
      </div>
      <div
        ref={box}
        id="list"
        class="rows"
        role="listbox"
        tabIndex={0}
        aria-labelledby="list-title"
        aria-activedescendant={activeId ? `row-${activeId}` : undefined}
        onScroll={look}
        onKeyDown={onKeyDown}
      >
        <div class="rows-all" role="presentation" style={{ height: `${total * height}px` }}>
          {shown.ids.map((id, offset) => {
            const at = shown.from + offset;
            return (
              <Row
                key={id}
                id={id}
                at={at}
                total={total}
                top={at * height}
                isActive={at === active}
                onOpen={() => {
                  setActive(at);
                  open({ event: id });
                }}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly at: number;
  readonly total: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}

function Row({ id, at, total, top, isActive, onOpen }: RowProps): JSX.Element {
  const event = row(id);
  const look = ["row", isActive ? "is-active" : "", opened.value.event === id ? "is-open" : ""].join(" ");
  return (
    <div
      id={`row-${id}`}
      class={look}
      role="option"
      aria-selected={isActive}
      aria-posinset={at + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      {event ? <RowBody event={event} /> : <span class="row-wait">…</span>}
    </div>
  );
}

function RowBody({ event }: { event: Summary }): JSX.Element {
  const disputed = event.disputed.length > 0;
  return (
    <>
      <Symbol
        family={familyOf(event.type)}
        dead={words.tellsAny(event.figures["killed"])}
        disputed={disputed}
        area={event.place?.precision !== "settlement"}
      />
      <span class="row-main">
        <span class="row-title">
          {fresh.value.has(event.id) && <b class="tag is-new">{strings.isNew}</b>}
          {renewed.value.has(event.id) && <b class="tag">{strings.isChanged}</b>}
          <Told text={event.title} />
        </span>
        <span class="row-more">
          {words.days(event.date)}
          {words.who(event) && (
            <>
              {" · "}
              <Told text={words.who(event)} />
            </>
          )}
        </span>
        <span class="row-more">
          {originWords(event)}
          {event.status !== "occurred" && ` · ${word(strings.statuses, event.status)}`}
          {event.answers.length > 0 && ` · ${strings.answersTo} ${event.answers.length > 1 ? grouped(event.answers.length) : "another"}`}
          {disputed && (
            <span class="is-disputed">
              {" "}
              · ⚠ {strings.disputed.toLowerCase()}: {event.disputed.map((field) => word(strings.fields, field)).join(", ")}
            </span>
          )}
        </span>
      </span>
      <Count event={event} name="killed" />
      <Count event={event} name="injured" />
    </>
  );
}

function originWords(event: Summary): string {
  return event.origins === 1 ? strings.oneOrigin : strings.severalOrigins[event.corroboration](grouped(event.origins));
}

function Count({ event, name }: { event: Summary; name: "killed" | "injured" }): JSX.Element {
  const figure = event.figures[name];
  if (!figure) return <span class="row-count" />;
  return (
    <span class={`row-count ${name === "killed" && words.tellsAny(figure) ? "is-dead" : ""}`}>
      {words.range(figure)}
      <span class="unseen"> {strings[name]}</span>
    </span>
  );
}
