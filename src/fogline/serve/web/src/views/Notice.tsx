// A place where something should stand and does not: loading, empty or failed, with words on why.
import type { JSX } from "preact";
import { strings } from "../strings";

export function Loading({ what }: { what: string }): JSX.Element {
  return (
    <p class="notice is-loading" role="status">
      {what} …
    </p>
  );
}

interface Props {
  readonly title: string;
  readonly why?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isFault?: boolean;
  readonly action?: { readonly name: string; readonly act: () => void } | undefined;
}

export function Notice({ title, why, onRetry, isFault = false, action }: Props): JSX.Element {
  return (
    <div class="notice" role={isFault ? "alert" : "status"}>
      {title && <p class="notice-title">{title}</p>}
      {why && <p>{why}</p>}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {strings.retry}
        </button>
      )}
      {action && (
        <button type="button" onClick={action.act}>
          {action.name}
        </button>
      )}
    </div>
  );
}
