// Who says what, in order of time: each claim with its voice, its numbers and the sentences that hold them.
import type { JSX } from "preact";
import { marksOf, sentencesOf } from "../data/spans";
import type { Claim, Detail, ReportHead } from "../data/types";
import * as words from "../data/words";
import { open } from "../state";
import { strings } from "../strings";
import { Marked } from "./Marked";
import { Dotted, Told } from "./Names";

export function Claims({ event, reports }: { event: Detail; reports: ReadonlyMap<string, ReportHead> }): JSX.Element {
  const at = (claim: Claim): string => reports.get(claim.report)?.published ?? "9999";
  const ordered = [...event.claims].sort((one, other) => at(one).localeCompare(at(other)) || one.sentence_span[0] - other.sentence_span[0]);
  return (
    <ul class="claims">
      {ordered.map((claim) => (
        <ClaimRow key={claim.id} event={event} claim={claim} report={reports.get(claim.report)} />
      ))}
    </ul>
  );
}

function ClaimRow({ event, claim, report }: { event: Detail; claim: Claim; report: ReportHead | undefined }): JSX.Element {
  const voice = words.voice(claim, report);
  const told = [
    ...Object.entries(claim.figures).map(([name, count]) => `${name} ${words.bounds(count)}`),
    claim.weapon.map((one) => words.value("weapon", one)).join(", "),
  ].filter(Boolean);
  return (
    <li class={`claim is-${claim.stance}`}>
      <p class="claim-head">
        <b>
          <Told text={voice} />
        </b>
        {claim.side && !voice.includes(claim.side) && <Told text={claim.side} look="side" />}
        <span class={`stance is-${claim.stance}`}>{strings.stances[claim.stance]}</span>
        <span class="claim-what">{told.join(" · ")}</span>
        <span class="claim-at">{words.moment(report?.published ?? null)}</span>
      </p>
      <button type="button" class="sentence" title={strings.openReport} onClick={() => open({ event: event.id, report: claim.report, claim: claim.id })}>
        <Sentences claim={claim} />
        <span class="claim-report">
          <Dotted parts={[report?.source ?? strings.unknownSource, claim.report]} />
        </span>
      </button>
    </li>
  );
}

// The claim's sentence, and those in which its figures stand where that is another; "…" where the report says more between.
function Sentences({ claim }: { claim: Claim }): JSX.Element {
  const marks = marksOf(claim.spans);
  return (
    <span class="sentence-text">
      “
      {sentencesOf(claim).map(({ sentence, sentence_span: [start] }, at) => (
        <span key={start}>
          {at > 0 && <span class="sentence-gap"> … </span>}
          <Marked text={sentence} marks={marks.map(({ role, span }) => ({ role, span: [span[0] - start, span[1] - start] as const }))} />
        </span>
      ))}
      ”
    </span>
  );
}
