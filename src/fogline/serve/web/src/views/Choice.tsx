// A filter of many values: a button that says what is chosen, and the values to tick under it.
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { grouped } from "../strings";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface Props {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

export function Choice({ name, summary, options, chosen, onChange }: Props): JSX.Element {
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

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const toggle = (value: string): void =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);

  return (
    <div class="choice" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class={chosen.length ? "control is-set" : "control"}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${name}: ${summary}`}
        onClick={() => setOpen(!isOpen)}
      >
        {summary}
        <span aria-hidden="true"> ▾</span>
      </button>
      <fieldset id={id} class="choice-list" hidden={!isOpen}>
        <legend class="unseen">{name}</legend>
        {isOpen &&
          options.map((option) => (
            <label key={option.value}>
              <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} />
              <span>{option.label}</span>
              {option.count !== undefined && <span class="count">{grouped(option.count)}</span>}
            </label>
          ))}
      </fieldset>
    </div>
  );
}
