// Is this one event? A person's word on it, with a reason and a name; the token is asked once.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../data/api";
import { dayNumber, isoDay } from "../data/filters";
import type { Detail, Summary } from "../data/types";
import * as words from "../data/words";
import { author } from "../preferences";
import { told } from "../state";
import { strings } from "../strings";

type Kind = api.Verdict["kind"];
const NEAR_DAYS = 3;
const NEAR_KM = 100;
const MOST_OTHERS = 30;
const UNAUTHORISED = 401;

export function Verdict({ event }: { event: Detail }): JSX.Element {
  const [kind, setKind] = useState<Kind | null>(null);
  const [isKept, setKept] = useState(false);
  const kinds: readonly Kind[] = ["same", "different", "split"];
  return (
    <section class="verdict" aria-labelledby="verdict-title">
      <h3 id="verdict-title">{strings.verdictTitle}</h3>
      <p class="quiet">{strings.verdictIntro}</p>
      <div class="verdict-kinds">
        {kinds.map((one) => (
          <button key={one} type="button" class={kind === one ? "control is-set" : "control"} aria-expanded={kind === one} onClick={() => setKind(kind === one ? null : one)}>
            {strings[one]}
          </button>
        ))}
      </div>
      {isKept && <p role="status">{strings.verdictKept}</p>}
      {kind && (
        <Form
          key={kind}
          kind={kind}
          event={event}
          onDone={() => {
            setKept(true);
            setKind(null);
            told.value = strings.verdictKept;
          }}
        />
      )}
    </section>
  );
}

function Form({ kind, event, onDone }: { kind: Kind; event: Detail; onDone: () => void }): JSX.Element {
  const [other, setOther] = useState("");
  const [parts, setParts] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const [token, setToken] = useState("");
  const [asksToken, setAsksToken] = useState(false);
  const [fault, setFault] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
    form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
    api.session().then(({ write }) => setAsksToken(!write), () => setAsksToken(true));
  }, []);

  const send = async (): Promise<void> => {
    const missing = whatIsMissing({ kind, other, parts, reason, all: event.reports.length });
    setFault(missing);
    if (missing) return;
    setSending(true);
    try {
      if (asksToken) await api.signIn(token);
      const events = kind === "split" ? [event.id] : [event.id, other];
      const verdict = { kind, events, reason: reason.trim(), author: author.value.trim() };
      await api.judge(kind === "split" ? { ...verdict, parts } : verdict);
      onDone();
    } catch (error) {
      const { status, message } = error as api.ApiError;
      if (status === UNAUTHORISED) setAsksToken(true);
      setFault(status === UNAUTHORISED && asksToken ? strings.verdictWrongToken : message);
    } finally {
      setSending(false);
    }
  };

  return (
    <form
      ref={form}
      class="verdict-form"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void send();
      }}
    >
      {kind === "split" ? <Parts event={event} parts={parts} onChange={setParts} /> : <Other kind={kind} event={event} other={other} onChange={setOther} />}
      <label>
        {strings.reason}
        <textarea required rows={2} maxLength={1000} value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <label>
        {strings.yourName}
        <input required maxLength={100} autocomplete="name" value={author.value} onInput={({ currentTarget }) => (author.value = currentTarget.value)} />
      </label>
      {asksToken && (
        <label>
          {strings.token}
          <input required type="password" autocomplete="off" value={token} onInput={({ currentTarget }) => setToken(currentTarget.value.trim())} />
        </label>
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" class="control is-main" disabled={isSending}>
        {isSending ? strings.sending : strings.send}
      </button>
    </form>
  );
}

interface Filled {
  readonly kind: Kind;
  readonly other: string;
  readonly parts: readonly string[];
  readonly reason: string;
  readonly all: number;
}

export function whatIsMissing({ kind, other, parts, reason, all }: Filled): string {
  if (kind === "split" && (parts.length === 0 || parts.length >= all)) return strings.verdictNeedsParts;
  if (kind !== "split" && !other) return strings.verdictNeedsOther;
  return reason.trim() && author.value.trim() ? "" : strings.verdictNeeds;
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
            {id} · {source ?? strings.unknownSource} · {title}
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
  const [near, setNear] = useState<readonly Summary[]>([]);
  useEffect(() => {
    api.events(around(event)).then(({ events }) => setNear(events.filter((one) => one.id !== event.id)), () => undefined);
  }, [event.id]);
  return (
    <fieldset>
      <legend>{kind === "same" ? strings.sameHint : strings.differentHint}</legend>
      {near.length === 0 && <p class="quiet">{strings.otherNone}</p>}
      {near.length > 0 && (
        <label>
          {strings.otherEvent}
          <select value={other} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
            <option value="" />
            {near.map((one) => (
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
