// The whole screen: bar, map, list or what lies over it, timeline.
import type { JSX } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useLayoutEffect, useRef } from "preact/hooks";
import { firstLook } from "../desk";
import { focusList } from "../keys";
import { isListShown, opened, told } from "../state";
import { strings } from "../strings";
import { Bar } from "./Bar";
import { EventCard } from "./EventCard";
import { List } from "./List";
import { PastStrip } from "./Past";
import { ReportView } from "./ReportView";
import { AboutSheet, Feeds, KeysSheet } from "./Sheets";
import { Hatches } from "./Symbol";
import { Timeline } from "./Timeline";

// The map is the largest part of the page: it waits for bar, list and timeline, and they never for it.
const EventMap = lazy(async () => {
  await firstLook;
  return { default: (await import("../map/EventMap")).EventMap };
});

export function App(): JSX.Element {
  return (
    <>
      <a class="skip" href="#side" onClick={skip}>
        {strings.skipToList}
      </a>
      <Hatches />
      <Bar />
      <PastStrip />
      <main class={isListShown.value ? "desk" : "desk has-panel"}>
        <Suspense fallback={<div class="map" />}>
          <EventMap />
        </Suspense>
        <Side />
        <Timeline />
      </main>
      <p class="unseen" role="status" aria-live="polite">
        {told.value}
      </p>
    </>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  focusList();
}

function Side(): JSX.Element {
  const { event, report, claim, panel } = opened.value;
  const wasOpen = useRef(false);
  const isList = isListShown.value;
  useLayoutEffect(() => {
    if (isList && wasOpen.current) focusList();
    wasOpen.current = !isList;
  }, [isList]);
  return (
    <div id="side" class="side-column" tabIndex={-1}>
      {report && <ReportView id={report} event={event} claim={claim} />}
      {!report && event && <EventCard id={event} />}
      {panel === "feeds" && <Feeds />}
      {panel === "about" && <AboutSheet />}
      {panel === "keys" && <KeysSheet />}
      {isList && <List />}
    </div>
  );
}
