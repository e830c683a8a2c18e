// The bar on top: the name, the filters, whether the page is live, and what else there is.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isSpot, NO_FILTERS, toParams } from "../data/filters";
import { CORROBORATIONS, STATUSES, TYPES } from "../data/vocabulary";
import { fresh, live, parties, showNew, view } from "../desk";
import { theme, THEMES } from "../preferences";
import { clearFilters, filters, only, open, PANELS, setAsOf, setFilters } from "../state";
import { strings, word } from "../strings";
import { Choice, Drop } from "./Choice";
import { Moment } from "./Past";

const TYPING_MS = 350;
const MOST_ORIGINS = [1, 2, 3, 5, 10];
const MOST_PARTIES = 60;

export function Bar(): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const count = toParams(filters.value).size;
  return (
    <header class="bar">
      <h1>
        <a href="./" class="brand" onClick={home} aria-label={`${strings.name}: ${strings.clearFilters}`}>
          {strings.name}
        </a>
      </h1>
      <button type="button" class="control filters-button" aria-expanded={isOpen} aria-controls="filters" onClick={() => setOpen(!isOpen)}>
        {strings.filtersShown(count)}
      </button>
      <form
        id="filters"
        class={isOpen ? "filters is-open" : "filters"}
        role="search"
        aria-label={strings.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <Search />
        <Days />
        <Types />
        <Parties />
        <label class={filters.value.disputed ? "control is-set" : "control"}>
          <input type="checkbox" checked={filters.value.disputed} onChange={() => setFilters({ disputed: !filters.value.disputed })} />
          {strings.disputed}
        </label>
        <Rest />
        {count > 0 && (
          <button type="button" class="plain" onClick={clearFilters}>
            {strings.clearFilters}
          </button>
        )}
      </form>
      <Live />
      <Moment />
      <Menu />
    </header>
  );
}

function home(event: Event): void {
  event.preventDefault();
  setAsOf(null);
  clearFilters();
  open({});
}

function Search(): JSX.Element {
  const [typed, setTyped] = useState(filters.value.text);
  const timer = useRef(0);
  useEffect(() => setTyped(filters.value.text), [filters.value.text]);
  const send = (text: string): void => {
    clearTimeout(timer.current);
    if (text !== filters.peek().text) setFilters({ text });
  };
  return (
    <input
      id="search"
      class="search"
      type="search"
      value={typed}
      maxLength={200}
      placeholder={strings.searchHint}
      aria-label={strings.search}
      onInput={({ currentTarget: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => send(value), TYPING_MS);
      }}
      onKeyDown={(event) => event.key === "Enter" && send(event.currentTarget.value)}
    />
  );
}

function Days(): JSX.Element {
  const { since, until } = filters.value;
  return (
    <span class="days">
      <label class={since ? "control is-set" : "control"}>
        {strings.since}
        <input type="date" value={since ?? ""} onChange={({ currentTarget }) => setFilters({ since: currentTarget.value || null })} />
      </label>
      <label class={until ? "control is-set" : "control"}>
        {strings.until}
        <input type="date" value={until ?? ""} onChange={({ currentTarget }) => setFilters({ until: currentTarget.value || null })} />
      </label>
    </span>
  );
}

function Types(): JSX.Element {
  const counts = view.value?.types ?? {};
  const { types } = filters.value;
  const options = TYPES.map((value) => ({ value, label: word(strings.types, value), count: counts[value] ?? 0 }));
  const known = options.filter((option) => option.count > 0 || types.includes(option.value));
  const summary = types.length === 0 ? strings.anyType : types.length === 1 ? word(strings.types, types[0]!) : strings.chosen(types.length);
  return (
    <Choice
      name={strings.type}
      summary={summary}
      options={known.sort((one, other) => other.count - one.count)}
      chosen={types}
      onChange={(chosen) => setFilters({ types: chosen })}
    />
  );
}

function Parties(): JSX.Element {
  const { parties: chosen } = filters.value;
  const there = parties.value.slice(0, MOST_PARTIES).map(({ name, events }) => ({ value: name, label: name, count: events }));
  const others = chosen.filter((name) => !there.some((one) => one.value === name)).map((name) => ({ value: name, label: name }));
  const summary = chosen.length === 0 ? strings.anyParty : chosen.length === 1 ? chosen[0]! : strings.chosen(chosen.length);
  return (
    <Choice
      name={strings.party}
      summary={summary}
      options={[...others, ...there]}
      chosen={chosen}
      onChange={(next) => setFilters({ parties: next })}
    />
  );
}

function Rest(): JSX.Element {
  const { origins, corroboration, status, near } = filters.value;
  const count = [origins > 1, corroboration !== null, status !== null, near !== ""].filter(Boolean).length;
  return (
    <Drop name={strings.moreFilters} summary={strings.moreFiltersSet(count)} isSet={count > 0} look="more-filters">
      {() => (
        <>
          <Select
            name={strings.origins}
            value={String(origins)}
            options={MOST_ORIGINS.map((least) => [String(least), strings.originsAtLeast(least)])}
            onChange={(value) => setFilters({ origins: Number(value) })}
          />
          <Select
            name={strings.corroboration}
            value={corroboration ?? ""}
            options={[["", strings.anyCorroboration], ...CORROBORATIONS.map((one) => [one, strings.corroborations[one]!] as const)]}
            onChange={(value) => setFilters({ corroboration: value || null })}
          />
          <Select
            name={strings.status}
            value={status ?? ""}
            options={[["", strings.anyStatus], ...STATUSES.map((one) => [one, word(strings.statuses, one)] as const)]}
            onChange={(value) => setFilters({ status: value || null })}
          />
          <label>
            {strings.near}
            <input
              class="near"
              type="text"
              value={near}
              maxLength={100}
              placeholder={strings.nearHint}
              onChange={({ currentTarget }) => setFilters({ near: currentTarget.value })}
            />
          </label>
        </>
      )}
    </Drop>
  );
}

interface SelectProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ name, value, options, onChange }: SelectProps): JSX.Element {
  return (
    <label>
      {name}
      <select class="control" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([of, label]) => (
          <option key={of} value={of}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Live(): JSX.Element {
  const words = { live: strings.live, connecting: strings.connecting, lost: strings.lost, paused: strings.paused, off: strings.off, denied: strings.needsToken };
  const count = fresh.value.size;
  return (
    <div class={`live is-${live.value}`}>
      <span class="live-word">
        <span class="live-dot" aria-hidden="true">
          {live.value === "live" ? "●" : "○"}
        </span>{" "}
        {words[live.value]}
      </span>
      {count > 0 && (
        <button type="button" class="new" title={strings.showNew} aria-label={`${strings.showNew}: ${strings.newTold(count)}`} onClick={showNew}>
          {strings.newEvents(count)}
        </button>
      )}
    </div>
  );
}

function Menu(): JSX.Element {
  const box = useRef<HTMLDetailsElement>(null);
  const names = { feeds: strings.feeds, about: strings.about, keys: strings.help };
  const shut = (): void => box.current?.removeAttribute("open");
  useEffect(() => {
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) shut();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
    };
  }, []);
  return (
    <details
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        shut();
        box.current.querySelector("summary")?.focus();
      }}
    >
      <summary class="control">{strings.menu}</summary>
      <div class="menu-list">
        {PANELS.map((panel) => (
          <button
            key={panel}
            type="button"
            onClick={() => {
              shut();
              open({ panel });
            }}
          >
            {names[panel]}
          </button>
        ))}
        <fieldset>
          <legend>{strings.theme}</legend>
          {THEMES.map((one) => (
            <label key={one}>
              <input type="radio" name="theme" checked={theme.value === one} onChange={() => (theme.value = one)} />
              {strings.themes[one]}
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}

// The filters that have no control of their own: they come from a link, the map or the stream.
export function Chips(): JSX.Element | null {
  const { place, report, bbox } = filters.value;
  const chips: [string, () => void][] = [];
  if (place) chips.push([strings.filterPlace(place), () => setFilters({ place: NO_FILTERS.place })]);
  if (report) chips.push([strings.onlyReport(report), () => setFilters({ report: null })]);
  if (bbox) chips.push([isSpot(bbox) ? strings.here : strings.inArea, () => setFilters({ bbox: null })]);
  if (only.value) chips.push([strings.onlyNew, () => (only.value = null)]);
  if (!chips.length) return null;
  return (
    <p class="chips">
      {chips.map(([name, remove]) => (
        <button key={name} type="button" class="chip" aria-label={strings.remove(name)} onClick={remove}>
          {name} <span aria-hidden="true">×</span>
        </button>
      ))}
    </p>
  );
}
