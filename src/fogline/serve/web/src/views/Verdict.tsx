// Is this one event? A person's word on it, with a reason and a name; the token is asked once.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../data/api";
import { dayNumber, isoDay } from "../data/filters";
import type { Detail, Summary } from "../data/types";
import * as words from "../data/words";
import { kept } from "../state";
import { strings } from "../strings";
import { GivenVerdicts } from "./Given";
import { Dotted } from "./Names";
import { Signed } from "./Signed";

type Kind = api.Verdict["kind"];
const NEAR_DAYS = 3;
const NEAR_KM = 100;
const MOST_OTHERS = 30;

interface Props {
  readonly event: Detail;
  readonly onJudged: () => void;
}

export function Verdict({ event, onJudged }: Props): JSX.Element {
  const [kind, setKind] = useState<Kind | null>(null);
  const [turn, setTurn] = useState(0);
  const section = useRef<HTMLElement>(null);
  const kinds: readonly Kind[] = ["same", "different", "split"];
  const done = (words: string): void => {
    setKind(null);
    setTurn(turn + 1);
    kept.value = words;
    section.current?.closest(".panel-body")?.scrollTo({ top: 0 });
    onJudged();
  };
  return (
    <section ref={section} class="verdict" aria-labelledby="verdict-title">
      <h3 id="verdict-title">{strings.verdictTitle}</h3>
      <GivenVerdicts event={event} turn={turn} onBack={() => done(strings.takenBack)} />
      <p class="quiet">{strings.verdictIntro}</p>
      <div class="verdict-kinds">
        {kinds.map((one) => (
          <button key={one} type="button" class="control" aria-pressed={kind === one} onClick={() => setKind(kind === one ? null : one)}>
            {strings[one]}
          </button>
        ))}
      </div>
      {kind && <Form key={kind} kind={kind} event={event} onDone={() => done(strings.verdictKept[kind])} onCancel={() => setKind(null)} />}
    </section>
  );
}

interface FormProps {
  readonly kind: Kind;
  readonly event: Detail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Form({ kind, event, onDone, onCancel }: FormProps): JSX.Element {
  const [other, setOther] = useState("");
  const [parts, setParts] = useState<readonly string[]>([]);
  const send = async (reason: string, author: string): Promise<void> => {
    const events = kind === "split" ? [event.id] : [event.id, other];
    const verdict = { kind, events, reason, author };
    await api.judge(kind === "split" ? { ...verdict, parts } : verdict);
    onDone();
  };
  return (
    <Signed
      name={strings[kind]}
      action={strings.send}
      check={() => whatIsMissing({ kind, other, parts, all: event.reports.length })}
      send={send}
      onCancel={onCancel}
    >
      {kind === "split" ? <Parts event={event} parts={parts} onChange={setParts} /> : <Other kind={kind} event={event} other={other} onChange={setOther} />}
    </Signed>
  );
}

interface Filled {
  readonly kind: Kind;
  readonly other: string;
  readonly parts: readonly string[];
  readonly all: number;
}

export function whatIsMissing({ kind, other, parts, all }: Filled): string {
  if (kind === "split") return parts.length === 0 || parts.length >= all ? strings.verdictNeedsParts : "";
  return other ? "" : strings.verdictNeedsOther;
}

function Parts({ event, parts, onChange }: { event: Detail; parts: readonly string[]; onChange: (parts: string[]) => void }): JSX.Element {
  return (
    <fieldset>
      <legend>{strings.splitHint}</legend>
      {event.reports.map(({ id, source, title }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={parts.includes(id)}
            onChange={() => onChange(parts.includes(id) ? parts.filter((one) => one !== id) : [...parts, id])}
          />
          <span>
            <Dotted parts={[id, source ?? strings.unknownSource, title]} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface OtherProps {
  readonly kind: Kind;
  readonly event: Detail;
  readonly other: string;
  readonly onChange: (id: string) => void;
}

function Other({ kind, event, other, onChange }: OtherProps): JSX.Element {
  const [near, setNear] = useState<readonly Summary[] | null>(null);
  useEffect(() => {
    api.events(around(event)).then(({ events }) => setNear(events.filter((one) => one.id !== event.id)), () => setNear([]));
  }, [event.id]);
  return (
    <fieldset>
      <legend>{kind === "same" ? strings.sameHint : strings.differentHint}</legend>
      {near?.length === 0 && <p class="quiet">{strings.otherNone}</p>}
      {near?.length !== 0 && (
        <label>
          {strings.otherEvent}
          <select value={other} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
            <option value="" />
            {near?.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}, {words.days(one.date)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {strings.otherPaste}
        <input onInput={({ currentTarget }) => onChange(idFrom(currentTarget.value))} />
      </label>
    </fieldset>
  );
}

// An id, or the id in a link to this page.
export function idFrom(given: string): string {
  const text = given.trim();
  const at = text.indexOf("?");
  return (at >= 0 ? new URLSearchParams(text.slice(at)).get("open") : null) ?? text;
}

function around(event: Detail): URLSearchParams {
  const params = new URLSearchParams({ limit: String(MOST_OTHERS), sort: "newest" });
  if (event.date) {
    params.set("since", isoDay(dayNumber(event.date[0]) - NEAR_DAYS));
    params.set("until", isoDay(dayNumber(event.date[1]) + NEAR_DAYS));
  }
  if (event.place?.precision === "settlement") params.set("near", `${event.place.lat},${event.place.lon} ${NEAR_KM}km`);
  return params;
}
