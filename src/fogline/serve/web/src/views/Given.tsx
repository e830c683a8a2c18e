// The verdicts that were given on an event: who, why, what became of it, and the way to take one back.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "../data/api";
import type { Detail, Given } from "../data/types";
import { holds, verdictsOn } from "../data/verdicts";
import * as words from "../data/words";
import { strings, word } from "../strings";
import { Signed } from "./Signed";

interface Props {
  readonly event: Detail;
  readonly turn: number; // grows when a verdict was given
  readonly onBack: () => void;
}

export function GivenVerdicts({ event, turn, onBack }: Props): JSX.Element | null {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    api.verdicts().then(({ verdicts }) => !gone && setGiven(verdicts), () => undefined);
    return () => {
      gone = true;
    };
  }, [event, turn]);
  const here = verdictsOn(event, given);
  if (!here.length) return null;
  const takeBack = async (id: string, reason: string, author: string): Promise<void> => {
    await api.takeBack(id, reason, author);
    setAsked(null);
    onBack();
  };
  return (
    <ul class="given" aria-label={strings.verdictsGiven}>
      {here.map((verdict) => (
        <li key={verdict.id} class={holds(verdict) ? "" : "is-past"}>
          <p>
            <b>{word(strings.verdictKinds, verdict.kind)}</b>
            {verdict.state !== "in_force" && <span class="tag">{word(strings.verdictStates, verdict.state)}</span>}
          </p>
          <p>“{verdict.reason}”</p>
          <p class="quiet">
            {verdict.author}, {words.moment(verdict.at, true)}
            {holds(verdict) && asked !== verdict.id && (
              <button type="button" class="plain" onClick={() => setAsked(verdict.id)}>
                {strings.takeBack}
              </button>
            )}
          </p>
          {asked === verdict.id && (
            <Signed
              name={strings.takeBack}
              action={strings.takeBack}
              send={(reason, author) => takeBack(verdict.id, reason, author)}
              onCancel={() => setAsked(null)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
