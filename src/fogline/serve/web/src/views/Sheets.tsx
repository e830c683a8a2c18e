// Feeds, what this is and the harm it could do, the keys: sheets over the list.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "../data/api";
import type { Feed } from "../data/types";
import { about } from "../desk";
import { singleKeys } from "../preferences";
import { strings } from "../strings";
import { Denied, isDenied } from "./Denied";
import { FeedTable } from "./FeedTable";
import { Loading, Notice } from "./Notice";
import { Panel } from "./Panel";

const EVERY_MS = 5_000;

export function Feeds(): JSX.Element {
  const [feeds, setFeeds] = useState<readonly Feed[] | null>(null);
  const [fault, setFault] = useState<api.ApiError | null>(null);
  const look = (): void => {
    api.feeds().then(
      (answer) => {
        setFeeds(answer.feeds);
        setFault(null);
      },
      (error: api.ApiError) => setFault(error),
    );
  };
  useEffect(() => {
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Panel name={strings.feeds} title={strings.feeds} subject="feeds">
      {isDenied(fault) && <Denied />}
      {fault && !isDenied(fault) && <Notice title={strings.feedsFailed} why={fault.message} onRetry={look} isFault />}
      {!fault && feeds === null && <Loading what={strings.feeds} />}
      {!fault && feeds?.length === 0 && <Notice title={strings.feedsNone} why={strings.feedsNoneWhy} />}
      {!fault && feeds && feeds.length > 0 && <FeedTable feeds={feeds} />}
    </Panel>
  );
}

// What the server counts; what it does not is not told.
function aboutCounts({ events = 0, claims, reports }: Readonly<Record<string, number>>): string {
  const rest = [
    ...(claims === undefined ? [] : [strings.countClaims(claims)]),
    ...(reports === undefined ? [] : [strings.countReports(reports)]),
  ];
  return [strings.events(events), ...rest].join(" · ");
}

export function AboutSheet(): JSX.Element {
  const now = about.value;
  return (
    <Panel name={strings.about} title={strings.about} subject="about">
      <p>
        {strings.name} {now?.version}: {strings.subtitle}.
      </p>
      {now && (
        <p class="quiet">
          {aboutCounts(now.counts)}
        </p>
      )}
      <h3>{strings.aboutHarm}</h3>
      <p>{now?.statement ?? strings.aboutStatement}</p>
      <p>{strings.aboutDelay(now?.delay_hours ?? 0)}</p>
      <p>{strings.aboutReads}</p>
    </Panel>
  );
}

export function KeysSheet(): JSX.Element {
  return (
    <Panel name={strings.help} title={strings.help} subject="keys">
      <table class="keys">
        <tbody>
          {strings.helpKeys.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="tick">
        <input type="checkbox" checked={singleKeys.value} onChange={() => (singleKeys.value = !singleKeys.value)} />
        <span>{strings.helpSwitch}</span>
      </label>
    </Panel>
  );
}
