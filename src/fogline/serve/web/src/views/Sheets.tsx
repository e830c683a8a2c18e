// Feeds, what this is and the harm it could do, the keys: sheets over the list.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "../data/api";
import type { Feed } from "../data/types";
import { about } from "../desk";
import { singleKeys } from "../preferences";
import { grouped, strings } from "../strings";
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
      {fault && <Notice title={strings.feedsFailed} why={fault.message} onRetry={look} isFault />}
      {!fault && feeds === null && <Loading what={strings.feeds} />}
      {!fault && feeds?.length === 0 && <Notice title={strings.feedsNone} why={strings.feedsNoneWhy} />}
      {!fault && feeds && feeds.length > 0 && <FeedTable feeds={feeds} />}
    </Panel>
  );
}

function FeedTable({ feeds }: { feeds: readonly Feed[] }): JSX.Element {
  const columns = [...new Set(feeds.flatMap((feed) => Object.keys(feed)))].filter((name) =>
    feeds.some((feed) => feed[name] !== null && feed[name] !== ""),
  );
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={strings.feeds}>
      <table class="grid">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name.replaceAll("_", " ")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <tr key={`${feed.name} ${feed.address ?? ""}`}>
              {columns.map((name) => (
                <td key={name}>{shown(feed[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return grouped(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | boolean);
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
          {strings.aboutCounts(strings.events(now.counts["events"] ?? 0), grouped(now.counts["reports"] ?? 0))}
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
