// The watched sources as a table: how each stands, what is wrong, what it gave; the rest behind a disclosure.
import type { JSX } from "preact";
import { type FeedState, inOrder, stateOf } from "../data/feeds";
import type { Feed } from "../data/types";
import * as words from "../data/words";
import { grouped, strings, word } from "../strings";
import { Told } from "./Names";

const SIGNS: Readonly<Record<FeedState, string>> = { works: "✓", noted: "✓", failing: "✕", waiting: "…", never: "–" };

// The roles are told in words: a browser drops those of a table that a phone lays out as blocks.
export function FeedTable({ feeds }: { feeds: readonly Feed[] }): JSX.Element {
  const failing = feeds.filter((feed) => stateOf(feed) === "failing").length;
  return (
    <>
      <p class="quiet">
        {strings.feedsCount(feeds.length, failing)} {strings.timesIn(words.zone())}
      </p>
      <table class="feeds" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {strings.feedName}
            </th>
            <th scope="col" role="columnheader">
              {strings.feedState}
            </th>
            <th scope="col" role="columnheader">
              {strings.feedLooked}
            </th>
            <th scope="col" role="columnheader" class="is-count">
              {strings.feedGave}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {inOrder(feeds).map((feed) => (
            <Row key={feed.name} feed={feed} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ feed }: { feed: Feed }): JSX.Element {
  const state = stateOf(feed);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Told text={feed.name} />
        <span class="quiet"> {word(strings.feedKinds, feed.kind)}</span>
      </th>
      <td role="cell" class={`feed-state is-${state}`}>
        <b>
          <span aria-hidden="true">{SIGNS[state]}</span> {strings.feedStates[state](feed.failures)}
        </b>
        {state === "failing" && (
          <span class="quiet"> {feed.succeeded ? strings.feedSince(words.moment(feed.succeeded, true)) : strings.feedNever}</span>
        )}
        {feed.problem && <p class="feed-problem">{feed.problem}</p>}
        <Details feed={feed} />
      </td>
      <td role="cell" data-name={strings.feedLooked}>
        {feed.tried ? (
          <time dateTime={feed.tried}>
            {words.ago(feed.tried, Date.now())} <span class="quiet">{words.moment(feed.tried)}</span>
          </time>
        ) : (
          <span class="quiet">{strings.feedNotYet}</span>
        )}
      </td>
      <td role="cell" class="is-count" data-name={strings.feedGave}>
        {strings.feedCounts(feed.reports, feed.items)}
      </td>
    </tr>
  );
}

function Details({ feed }: { feed: Feed }): JSX.Element {
  const lines: [string, string][] = [
    [strings.feedAddress, feed.address],
    [strings.feedNext, feed.due ? words.moment(feed.due, true) : ""],
    [strings.feedWorked, feed.succeeded ? words.moment(feed.succeeded, true) : ""],
    [strings.side, feed.side ?? ""],
    [strings.feedLanguage, feed.language ?? ""],
    [strings.feedPassed, feed.passed ? grouped(feed.passed) : ""],
    [strings.feedProblems, feed.problems ? grouped(feed.problems) : ""],
    ["ETag", feed.etag ?? ""],
    [strings.feedModified, feed.modified ?? ""],
  ];
  return (
    <details class="feed-more">
      <summary>{strings.feedMore}</summary>
      <dl>
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
