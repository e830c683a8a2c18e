// One report: its text, with all that was read out of it marked by the question that it answers.
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../data/api";
import { lit, marksOf, sentencesOf } from "../data/spans";
import type { Report } from "../data/types";
import { FIGURES } from "../data/vocabulary";
import * as words from "../data/words";
import { closeTo, open } from "../state";
import { strings, word } from "../strings";
import { Denied, isDenied } from "./Denied";
import { Marked, questionOf } from "./Marked";
import { Dotted, Told } from "./Names";
import { Loading, Notice } from "./Notice";
import { Panel } from "./Panel";

const TITLE_END = 2; // characters of the blank line between the title and the text, which spans count
const QUESTIONS = ["what", "where", "when", "said", "actor", "target", "weapon", "against", "effects"];

interface Props {
  readonly id: string;
  readonly event: string | null;
  readonly claim: string | null;
}

export function ReportView({ id, event, claim }: Props): JSX.Element {
  const [report, setReport] = useState<Report | null>(null);
  const [fault, setFault] = useState<api.ApiError | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    setFault(null);
    api.report(id).then(
      (found) => !gone && setReport(found),
      (error: api.ApiError) => !gone && setFault(error),
    );
    return () => {
      gone = true;
    };
  }, [id, tries]);
  const onBack = event ? () => closeTo({ event }) : undefined;
  const isThere = report !== null && report.id === id;
  const title = fault ? strings.reportFailed : isThere ? report.title || strings.report : strings.loadingReport;
  return (
    <Panel name={strings.report} title={title} subject={isThere ? id : `${id} loading`} onBack={onBack}>
      {isDenied(fault) && <Denied />}
      {fault && !isDenied(fault) && <Notice title="" why={fault.message} onRetry={() => setTries(tries + 1)} isFault />}
      {!fault && !isThere && <Loading what={strings.loadingReport} />}
      {!fault && isThere && <Text report={report} claim={claim} />}
    </Panel>
  );
}

function Text({ report, claim }: { report: Report; claim: string | null }): JSX.Element {
  const chosen = report.claims.find((one) => one.id === claim);
  const marks = report.claims.flatMap((one) => marksOf(one.spans));
  const roles = new Set(marks.map((mark) => mark.role));
  const sentence = useRef<HTMLSpanElement>(null);
  useEffect(() => sentence.current?.scrollIntoView({ block: "center" }), [chosen?.id]);
  const title = Array.from(report.title).length;
  const text = title + TITLE_END;
  const hour = report.published && report.published.length > 10 ? ` (${words.zone()})` : "";
  const published = `${words.moment(report.published, true)}${hour}`;
  return (
    <article class="report" lang={report.language ?? undefined}>
      <p class="quiet">
        <Dotted parts={[report.source ?? strings.unknownSource, published, report.id]} />
        {report.origin !== report.id && ` · ${strings.copyOf}: ${report.origin}`}
        {isWebAddress(report.url) && (
          <>
            {" · "}
            <a href={report.url} rel="noopener noreferrer nofollow" target="_blank">
              {strings.original}
            </a>
          </>
        )}
      </p>
      <ul class="key" aria-label={strings.spans}>
        {[...QUESTIONS, ...FIGURES].filter((role) => roles.has(role)).map((role) => (
          <li key={role}>
            <mark class={`mark is-${(FIGURES as readonly string[]).includes(role) ? "figure" : role}`}>{questionOf(role)}</mark>
          </li>
        ))}
      </ul>
      {report.title && (
        <p class="report-title" dir="auto">
          <Marked text={report.full_text} marks={marks} to={title} isNamed />
        </p>
      )}
      <div class="report-text">
        {lit(chosen ? sentencesOf(chosen).map((one) => one.sentence_span) : [], text).map((piece) => {
          const words = <Marked key={piece.from} text={report.full_text} marks={marks} from={piece.from} to={piece.to} isNamed />;
          if (!piece.isLit) return words;
          const isOwn = chosen !== undefined && piece.from <= chosen.sentence_span[0] && chosen.sentence_span[0] < piece.to;
          return (
            <span key={piece.from} ref={isOwn ? sentence : null} class="sentence-chosen" data-claim={chosen?.id}>
              {words}
            </span>
          );
        })}
      </div>
      <h3>{report.claims.length ? strings.claimsIn(report.claims.length) : strings.claimsNone}</h3>
      <ul class="claims">
        {report.claims.map((one) => (
          <li key={one.id} class="claim">
            <p class="claim-head">
              <b>
                <Told text={words.voice(one, report)} />
              </b>
              {one.side && <Told text={one.side} look="side" />}
              <span class={`stance is-${one.stance}`}>{strings.stances[one.stance]}</span>
              <span class="claim-what">
                {[word(strings.types, one.type), words.place(one.place), words.days(one.date)].join(" · ")}
              </span>
              {one.event && (
                <button type="button" class="plain" onClick={() => open({ event: one.event })}>
                  {strings.itsEvent} →
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

// Only addresses of the web become links: a report's address comes from outside.
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
