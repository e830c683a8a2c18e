// One figure over time: a line a voice, bounds as bars, open bounds as arrows; the table under it says the same.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { sentenceWith } from "../data/spans";
import { chartOf, path, type Chart, type Line } from "../data/steps";
import type { Detail, Step } from "../data/types";
import * as words from "../data/words";
import { open } from "../state";
import { strings } from "../strings";
import { Marked } from "./Marked";
import { Told } from "./Names";

const SIZE = { width: 460, height: 110 };
const LEFT = 34;
const RIGHT = 14;
const BOTTOM = 20;
const TOP = 12;
const KINDS = 6; // line kinds of the style sheet

interface Props {
  readonly name: string;
  readonly event: Detail;
  readonly steps: readonly Step[];
}

export function Figure({ name, event, steps }: Props): JSX.Element {
  const figure = event.figures[name];
  const isDisputed = event.disputed.includes(name);
  const reports = new Map(event.reports.map((report) => [report.id, report]));
  const voice = (step: Step): string => words.voice(step, reports.get(step.report));
  const chart = chartOf(steps, voice, { width: SIZE.width - LEFT - RIGHT, height: SIZE.height });
  return (
    <div class="figure">
      <h4>
        <span class="figure-name">{name}</span>
        {figure && <b class="figure-range">{words.range(figure)}</b>}
        {isDisputed && <span class="tag is-disputed">⚠ {strings.disputed.toLowerCase()}</span>}
        {figure?.by && !isDisputed && steps.some((step) => step.at) && (
          <span class="figure-by">
            {strings.latest}: <Told text={figure.by} />
          </span>
        )}
      </h4>
      {chart && <Drawing chart={chart} name={name} />}
      <StepTable event={event} steps={steps} name={name} lines={chart?.lines ?? []} voice={voice} />
    </div>
  );
}

function Drawing({ chart, name }: { chart: Chart; name: string }): JSX.Element {
  const width = SIZE.width - LEFT - RIGHT;
  const top = Math.floor(chart.most / 1.15);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height + TOP + BOTTOM}`}
      role="img"
      aria-label={`${strings.figuresOverTime}: ${name}. ${chart.lines.map((line) => line.voice).join(", ")}`}
    >
      <g transform={`translate(${LEFT} ${TOP})`}>
        {[0, top].map((count) => {
          const y = SIZE.height - (count / chart.most) * SIZE.height;
          return (
            <g key={count}>
              <line class="chart-grid" x1="0" x2={width} y1={y} y2={y} />
              <text class="chart-label" x="-6" y={y + 3.5} text-anchor="end">
                {count}
              </text>
            </g>
          );
        })}
        {chart.lines.map((line, at) => (
          <Voice key={line.voice} line={line} kind={at % KINDS} width={width} />
        ))}
        <text class="chart-label" x="0" y={SIZE.height + 15}>
          {words.moment(chart.first)}
        </text>
        <text class="chart-label" x={width} y={SIZE.height + 15} text-anchor="end">
          {words.moment(chart.last)}
        </text>
      </g>
    </svg>
  );
}

function Voice({ line, kind, width }: { line: Line; kind: number; width: number }): JSX.Element {
  return (
    <g class={`voice is-${kind}`}>
      <path class="voice-line" d={path(line, width)} />
      {line.points.map((point, at) => {
        const label = words.bounds([point.step.low, point.step.high]);
        return (
          <g key={at}>
            {point.high < point.low && <line class="voice-bound" x1={point.x} x2={point.x} y1={point.low} y2={point.high} />}
            {point.step.high === null && <path class="voice-open" d={`M${point.x - 3.5} 5L${point.x} 0L${point.x + 3.5} 5`} />}
            <circle class="voice-point" cx={point.x} cy={point.low} r="3.2">
              <title>{`${words.moment(point.step.at)} ${line.voice}: ${label}`}</title>
            </circle>
          </g>
        );
      })}
    </g>
  );
}

const SHORT = 6; // rows shown before the rest is asked for

interface TableProps extends Props {
  readonly lines: readonly Line[];
  readonly voice: (step: Step) => string;
}

function StepTable({ event, steps, name, lines, voice }: TableProps): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? steps : steps.slice(0, SHORT);
  return (
    <>
      <table class="steps">
        <caption class="unseen">
          {strings.figuresOverTime}: {name}
        </caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{strings.published}</th>
            <th scope="col">{strings.voice}</th>
            <th scope="col">{strings.value}</th>
            <th scope="col">{strings.words}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((step) => (
            <tr key={step.claim}>
              <td class="steps-at">{words.moment(step.at)}</td>
              <td>
                <Key at={lines.findIndex((line) => line.voice === voice(step))} />
                <Told text={voice(step)} />
                {step.side && !voice(step).includes(step.side) && <Told text={` ${step.side}`} look="side" />}
              </td>
              <td class="steps-value">{words.bounds([step.low, step.high])}</td>
              <td>
                <Quote event={event} step={step} name={name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length > shown.length && (
        <button type="button" class="plain" onClick={() => setWhole(true)}>
          + {steps.length - shown.length}
        </button>
      )}
    </>
  );
}

function Key({ at }: { at: number }): JSX.Element | null {
  if (at < 0) return null;
  return (
    <svg class={`voice-key voice is-${at % KINDS}`} viewBox="0 0 18 8" aria-hidden="true">
      <path class="voice-line" d="M0 4H18" />
      <circle class="voice-point" cx="9" cy="4" r="2.6" />
    </svg>
  );
}

// The words that gave the number, as they stand in the report; a click opens them there.
function Quote({ event, step, name }: { event: Detail; step: Step; name: string }): JSX.Element | null {
  const claim = event.claims.find((one) => one.id === step.claim);
  const span = claim?.spans[name];
  if (!claim || !span) return null;
  const held = sentenceWith(claim, span);
  const start = held?.sentence_span[0] ?? 0;
  return (
    <button
      type="button"
      class="quote"
      title={held ? `“${words.undirected(held.sentence)}”` : strings.openReport}
      onClick={() => open({ event: event.id, report: claim.report, claim: claim.id })}
    >
      {held ? <>“<Marked text={held.sentence} marks={[]} from={span[0] - start} to={span[1] - start} />”</> : claim.report}
    </button>
  );
}
