// A button that says what is chosen, and under it what there is to choose: values to tick, or other controls.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { grouped } from "../strings";
import { Told } from "./Names";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface DropProps {
  readonly name: string;
  readonly summary: string;
  readonly isSet: boolean;
  readonly look?: string;
  readonly children: (shut: () => void) => ComponentChildren; // asked for only while it is open
}

export function Drop({ name, summary, isSet, look = "", children }: DropProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
    };
  }, [isOpen]);

  const shut = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    shut();
  };
  return (
    <div class="choice" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={isSet ? "control is-set" : "control"}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={name === summary ? undefined : `${name}: ${summary}`}
        onClick={() => setOpen(!isOpen)}
      >
        {summary}
        <span aria-hidden="true"> ▾</span>
      </button>
      <fieldset id={id} class={`choice-list ${look}`} hidden={!isOpen}>
        <legend class="unseen">{name}</legend>
        {isOpen && children(shut)}
      </fieldset>
    </div>
  );
}

interface Props {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

export function Choice({ name, summary, options, chosen, onChange }: Props): JSX.Element {
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Drop name={name} summary={summary} isSet={chosen.length > 0}>
      {() =>
        options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
            <Told text={option.label} />
            {option.count !== undefined && <span class="count">{grouped(option.count)}</span>}
          </label>
        ))
      }
    </Drop>
  );
}
