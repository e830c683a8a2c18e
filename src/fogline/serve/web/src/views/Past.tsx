// The ledger as it stood: where a moment is chosen, and the strip that says that this is not now.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { fieldOf, isDay, momentOf } from "../data/past";
import * as words from "../data/words";
import { asOf, setAsOf } from "../state";
import { strings } from "../strings";
import { Drop } from "./Choice";

// A moment in words, by the reader's own clock; a day alone is its end.
export const momentWords = (moment: string): string =>
  isDay(moment) ? strings.endOf(words.moment(moment, true)) : `${words.moment(moment, true)} (${words.zone()})`;

export function Moment(): JSX.Element {
  const now = asOf.value;
  return (
    <Drop name={strings.asOf} summary={now === null ? strings.now : strings.then} isSet={now !== null} look="moment-choice">
      {(shut) => <Chooser onChosen={shut} />}
    </Drop>
  );
}

function Chooser({ onChosen }: { onChosen: () => void }): JSX.Element {
  const [field, setField] = useState(fieldOf(asOf.value ?? new Date().toISOString()));
  const moment = momentOf(field);
  const go = (to: string | null): void => {
    setAsOf(to);
    onChosen();
  };
  const show = (event: Event): void => {
    event.preventDefault();
    if (moment !== null) go(moment);
  };
  return (
    <form class="moment" onSubmit={show}>
      <label>
        {strings.asOfWhen(words.zone())}
        <input class="control" type="datetime-local" required value={field} onInput={({ currentTarget }) => setField(currentTarget.value)} />
      </label>
      <p class="quiet">{strings.asOfWhat}</p>
      <p class="moment-acts">
        <button type="submit" class="control is-main" disabled={moment === null}>
          {strings.asOfShow}
        </button>
        {asOf.value !== null && (
          <button type="button" class="control" onClick={() => go(null)}>
            {strings.backToNow}
          </button>
        )}
      </p>
    </form>
  );
}

export function PastStrip(): JSX.Element | null {
  const moment = asOf.value;
  if (moment === null) return null;
  return (
    <div class="past" role="region" aria-label={strings.asOf}>
      <p>
        <b>{strings.asOfMark(momentWords(moment))}</b> {strings.asOfPaused}
      </p>
      <button type="button" class="control" onClick={() => setAsOf(null)}>
        {strings.backToNow}
      </button>
    </div>
  );
}
