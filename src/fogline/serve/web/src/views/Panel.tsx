// What lies over the list: a heading that takes the focus, a way back, a way out.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { undirected } from "../data/words";
import { closeTo } from "../state";
import { strings } from "../strings";
import { Told } from "./Names";

interface Props {
  readonly title: string;
  readonly name: string;
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly onBack?: (() => void) | undefined;
  readonly subject: string; // the focus goes to the heading when another subject is shown
}

export function Panel({ title, name, children, actions, onBack, subject }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${undirected(title)} · ${strings.name}`;
    return () => {
      document.title = strings.name;
    };
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (body.current) body.current.scrollTop = 0;
  }, [subject]);
  return (
    <section class="panel" aria-label={name}>
      <div class="panel-bar">
        {onBack && (
          <button type="button" class="plain" onClick={onBack}>
            ← {strings.back}
          </button>
        )}
        <span class="panel-actions">{actions}</span>
        <button type="button" class="plain panel-close" aria-label={strings.close} title={`${strings.close} (Esc)`} onClick={() => closeTo({})}>
          ×
        </button>
      </div>
      <div ref={body} class="panel-body" tabIndex={-1}>
        <h2 ref={heading} tabIndex={-1}>
          <Told text={title} />
        </h2>
        {children}
      </div>
    </section>
  );
}
