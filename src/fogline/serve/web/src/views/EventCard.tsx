// One event: what is agreed, what is not, each figure over time, who says what in which words, and the verdict on it.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { disputedFields, type Field, type Said, unopposed } from "../data/agreement";
import * as api from "../data/api";
import type { Detail, ReportHead } from "../data/types";
import { familyOf, FIGURES } from "../data/vocabulary";
import * as words from "../data/words";
import { changedEvent, go } from "../desk";
import { asOf, closeTo, kept, open, renamed, setAsOf, told } from "../state";
import { strings, word } from "../strings";
import { Claims } from "./Claims";
import { Denied, isDenied } from "./Denied";
import { Figure } from "./FigureChart";
import { Dotted, Names, Told } from "./Names";
import { Loading, Notice } from "./Notice";
import { Panel } from "./Panel";
import { Symbol } from "./Symbol";
import { Verdict } from "./Verdict";

const GONE = 404;
const SETTLED_MS = 2_000; // after a verdict, for a page that is not live
const MOST_VOICES = 4;
const MOST_NAMED = 2; // voices that are named one by one where all say the same

export function EventCard({ id }: { id: string }): JSX.Element {
  const [event, setEvent] = useState<Detail | null>(null);
  const [fault, setFault] = useState<api.ApiError | null>(null);
  const [tries, setTries] = useState(0);
  // An event that only took another id stays as it is scrolled, with the focus where it is.
  const [subject, heir] = [useRef(id), useRef("")];
  if (id !== heir.current) [subject.current, heir.current] = [id, ""];
  // The event that was shown at another moment: what it is here has one of its claims, whatever its id.
  const before = useRef<Detail | null>(null);
  const moment = asOf.value;
  const shownAt = useRef(moment);
  const stirred = changedEvent.value.ids.has(id) ? changedEvent.value : null;
  useEffect(() => {
    let gone = false;
    const isOfNow = moment === null && shownAt.current === null;
    if (event?.id !== id || shownAt.current !== moment) setEvent(null);
    shownAt.current = moment;
    setFault(null);
    look(id, moment, before.current).then(
      (found) => {
        if (gone) return;
        before.current = found;
        setEvent(found);
        if (found.id === id) return;
        heir.current = found.id;
        if (isOfNow) told.value = strings.eventRenamed;
        renamed(id, found.id);
      },
      (error: api.ApiError) => !gone && setFault(error),
    );
    return () => {
      gone = true;
    };
  }, [id, tries, stirred, moment]);

  if (isDenied(fault)) {
    return (
      <Panel name={strings.list} title={strings.eventFailed} subject={id}>
        <Denied />
      </Panel>
    );
  }
  if (fault) {
    const isGone = fault.status === GONE;
    const [gone, goneWhy] = moment === null ? [strings.eventGone, strings.eventGoneWhy] : [strings.pastGone, strings.pastGoneWhy];
    return (
      <Panel name={strings.list} title={isGone ? gone : strings.eventFailed} subject={id}>
        <Kept />
        <Notice
          title=""
          why={isGone ? goneWhy : fault.message}
          onRetry={isGone ? undefined : () => setTries(tries + 1)}
          action={moment === null ? { name: strings.toList, act: () => closeTo({}) } : { name: strings.backToNow, act: () => setAsOf(null) }}
          isFault
        />
      </Panel>
    );
  }
  if (!event || event.id !== id || shownAt.current !== moment) {
    return (
      <Panel name={strings.list} title={strings.loadingEvent} subject={`${id} loading`}>
        <Loading what={strings.loadingEvent} />
      </Panel>
    );
  }
  return <Card event={event} subject={subject.current} onJudged={() => setTimeout(() => setTries((now) => now + 1), SETTLED_MS)} />;
}

async function look(id: string, moment: string | null, before: Detail | null): Promise<Detail> {
  try {
    return await api.event(id, moment);
  } catch (error) {
    const claim = before?.id === id ? before.claims[0] : undefined;
    const found = claim && error instanceof api.ApiError && error.status === GONE ? await api.eventWith(claim, moment) : null;
    if (found) return found;
    throw error;
  }
}

interface CardProps {
  readonly event: Detail;
  readonly subject: string;
  readonly onJudged: () => void;
}

function Card({ event, subject, onJudged }: CardProps): JSX.Element {
  const { several, denied, single } = unopposed(event);
  const figures = FIGURES.filter((name) => event.history[name]?.length);
  const reports = new Map(event.reports.map((report) => [report.id, report]));
  return (
    <Panel name={event.title} title={event.title} subject={subject} actions={<Actions event={event} />}>
      <Kept />
      <Facts event={event} />
      <Part title={strings.agreed} isOpen>
        <Fields fields={several} empty={strings.agreedNothing} />
      </Part>
      {denied.length > 0 && (
        <Part title={strings.severalDenied} isOpen>
          <Fields fields={denied} empty="" />
        </Part>
      )}
      {single.length > 0 && (
        <Part title={strings.single} isOpen>
          <Fields fields={single} empty="" />
        </Part>
      )}
      <Part title={strings.inDispute} isOpen={event.disputed.length > 0}>
        <Disputed event={event} />
      </Part>
      {figures.length > 0 && (
        <Part title={strings.figuresOverTime} isOpen>
          {figures.map((name) => (
            <Figure key={name} name={name} event={event} steps={event.history[name] ?? []} />
          ))}
        </Part>
      )}
      <Part title={strings.who} isOpen>
        <Silent event={event} reports={reports} />
        <Claims event={event} reports={reports} />
      </Part>
      <Part title={strings.answers} isOpen={event.links.length > 0}>
        <Answers event={event} />
      </Part>
      <Part title={strings.originsOf(event.origins, event.reports.length)} isOpen>
        <Origins event={event} />
      </Part>
      {asOf.value === null ? <Verdict event={event} onJudged={onJudged} /> : <p class="quiet past-verdict">{strings.pastVerdict}</p>}
    </Panel>
  );
}

function Kept(): JSX.Element {
  return (
    <p class="kept" role="status">
      {kept.value}
    </p>
  );
}

function Part({ title, isOpen, children }: { title: string; isOpen: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <details class="part" open={isOpen}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

function Actions({ event }: { event: Detail }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    setCopied(true);
    told.value = strings.copied;
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <>
      <button type="button" class="plain" aria-label={strings.previous} title={`${strings.previous} (←)`} onClick={() => void go(-1)}>
        ←
      </button>
      <button type="button" class="plain" aria-label={strings.next} title={`${strings.next} (→)`} onClick={() => void go(1)}>
        →
      </button>
      <button type="button" class="plain" onClick={() => void copy()}>
        {isCopied ? strings.copied : strings.copyLink}
      </button>
      <a class="plain" href={api.address(api.eventAddress(event.id, asOf.value))} download={`fogline-${event.id}.json`}>
        {strings.exportAs}
      </a>
    </>
  );
}

function Facts({ event }: { event: Detail }): JSX.Element {
  const { place } = event;
  const where = place
    ? [words.place(place), place.region !== place.name ? place.region : null].filter(Boolean).join(" · ")
    : strings.noPlace;
  return (
    <div class="facts">
      <p class="facts-line">
        <Symbol
          family={familyOf(event.type)}
          dead={words.tellsAny(event.figures["killed"])}
          disputed={event.disputed.length > 0}
          area={place?.precision !== "settlement"}
        />
        <b>{words.days(event.date)}</b> · {where}
        {place && strings.precisions[place.precision] && ` (${strings.precisions[place.precision]})`}
      </p>
      <p class="facts-line">
        {word(strings.types, event.type)} · {word(strings.statuses, event.status)}
        {words.who(event) && (
          <>
            {" · "}
            <Told text={words.who(event)} />
          </>
        )}
      </p>
      <p class="facts-line">
        {strings.originsOf(event.origins, event.reports.length)} · <Sides event={event} />
        {event.disputed.length > 0 && (
          <span class="tag is-disputed">
            ⚠ {strings.disputed.toLowerCase()}: {event.disputed.map((field) => word(strings.fields, field)).join(", ")}
          </span>
        )}
      </p>
      <p class="facts-line">{strings.timesIn(words.zone())}</p>
    </div>
  );
}

function Sides({ event }: { event: Detail }): JSX.Element {
  if (!event.sides.length) return <>{strings.noSide}</>;
  const verb = event.sides.length > 1 ? strings.say : strings.says;
  return (
    <>
      <Names names={event.sides} most={MOST_VOICES} /> {verb} so
    </>
  );
}

function Fields({ fields, empty }: { fields: readonly Field[]; empty: string }): JSX.Element {
  if (!fields.length) return <p class="quiet">{empty}</p>;
  return (
    <table class="fields">
      <tbody>
        {fields.map((one) => (
          <FieldRows key={one.field} field={one} />
        ))}
      </tbody>
    </table>
  );
}

function Silent({ event, reports }: { event: Detail; reports: ReadonlyMap<string, ReportHead> }): JSX.Element | null {
  const silent = event.claims.filter((claim) => claim.stance === "no_comment");
  if (!silent.length) return null;
  const voices = [...new Set(silent.map((claim) => claim.side ?? words.voice(claim, reports.get(claim.report))))];
  return (
    <p>
      <span class="quiet">{strings.noComment}:</span> <Names names={voices} most={MOST_VOICES} />
    </p>
  );
}

function FieldRows({ field: { field, said } }: { field: Field }): JSX.Element {
  return (
    <>
      {said.map((one, at) => (
        <tr key={one.value}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={said.length}>
              {word(strings.fields, field)}
            </th>
          )}
          <td>
            <Told text={one.value} />
          </td>
          <td class="fields-by">
            <Sayers said={one} isOnly={said.length === 1} />
            <Deniers said={one} />
          </td>
        </tr>
      ))}
    </>
  );
}

function Sayers({ said: { voices, denied }, isOnly }: { said: Said; isOnly: boolean }): JSX.Element | null {
  if (!voices.length) return null;
  if (isOnly && !denied.length && voices.length > MOST_NAMED) return <>{strings.sayAll(voices.length)}</>;
  return (
    <>
      {voices.length > 1 ? strings.say : strings.says} <Names names={voices} most={MOST_VOICES} />
    </>
  );
}

function Deniers({ said: { voices, denied } }: { said: Said }): JSX.Element | null {
  if (!denied.length) return null;
  return (
    <>
      {voices.length > 0 && "; "}
      {strings.deniedBy} <Names names={denied} most={MOST_VOICES} />
    </>
  );
}

function Disputed({ event }: { event: Detail }): JSX.Element {
  if (!event.disputed.length) return <p class="quiet">{strings.inDisputeNothing}</p>;
  return (
    <>
      {disputedFields(event).map(({ field, said }) => (
        <div key={field} class="dispute">
          <h4>⚠ {word(strings.fields, field)}</h4>
          <ul>
            {said.map((one) => (
              <li key={one.value}>
                <b>
                  <Told text={one.value} />
                </b>
                <span>
                  <Names names={one.voices} most={MOST_VOICES} />
                  <Deniers said={one} />
                </span>
                {one.claims.slice(0, 2).map((claim) => (
                  <button key={claim.id} type="button" class="quote" onClick={() => open({ event: event.id, report: claim.report, claim: claim.id })}>
                    {claim.report}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Answers({ event }: { event: Detail }): JSX.Element {
  if (!event.links.length) return <p class="quiet">{strings.answersNothing}</p>;
  const earlier = event.links.filter((link) => link.from === event.id);
  const later = event.links.filter((link) => link.to === event.id);
  const item = (link: Detail["links"][number]): JSX.Element => (
    <li key={`${link.from} ${link.to} ${link.report} ${link.span[0]}`}>
      <button type="button" class="plain" onClick={() => link.other && open({ event: link.other.id })}>
        <Told text={link.other?.title ?? ""} />
        {link.other?.date && `, ${words.days(link.other.date)}`}
      </button>
      {link.words && (
        <button type="button" class="quote" onClick={() => open({ event: event.id, report: link.report })}>
          “<Told text={link.words} />” {link.report}
        </button>
      )}
    </li>
  );
  return (
    <ol class="chain">
      {earlier.map(item)}
      <li class="chain-this">
        {earlier.length > 0 && <span class="chain-word">↑ {strings.answersTo}</span>}
        <b>{strings.thisEvent}</b>
        {later.length > 0 && <span class="chain-word">↓ {strings.answeredBy}</span>}
      </li>
      {later.map(item)}
    </ol>
  );
}

function Origins({ event }: { event: Detail }): JSX.Element {
  const groups = new Map<string, ReportHead[]>();
  for (const report of event.reports) groups.set(report.origin, [...(groups.get(report.origin) ?? []), report]);
  return (
    <ol class="origins">
      {[...groups.values()].map((group) => (
        <li key={group[0]!.origin}>
          {group.map((report) => (
            <p key={report.id}>
              <button type="button" class="plain" onClick={() => open({ event: event.id, report: report.id })}>
                {report.id}
              </button>{" "}
              <Dotted parts={[report.source ?? strings.unknownSource, report.title, words.moment(report.published, true)]} />
              {report.origin !== report.id && <span class="quiet"> · {strings.copyOf}</span>}
              {report.held && <span class="tag">{strings.held}</span>}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
