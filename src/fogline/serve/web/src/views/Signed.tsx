// What is signed: a reason, a name, and the token where the server does not know the reader yet.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../data/api";
import { author } from "../preferences";
import { strings } from "../strings";

const UNAUTHORISED = 401;
const FIELDS = "select, input, textarea";

interface Props {
  readonly name: string;
  readonly action: string;
  readonly check?: () => string; // what is missing beside reason and name
  readonly send: (reason: string, author: string) => Promise<void>;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

export function Signed({ name, action, check, send, onCancel, children }: Props): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState("");
  const [token, setToken] = useState("");
  const [asksToken, setAsksToken] = useState(false);
  const [fault, setFault] = useState("");
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    api.session().then(({ write }) => setAsksToken(!write), () => setAsksToken(true));
    form.current?.scrollIntoView({ block: "start" });
    form.current?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true });
  }, []);

  const submit = async (): Promise<void> => {
    const missing = check?.() || (reason.trim() && author.value.trim() ? "" : strings.verdictNeeds);
    setFault(missing);
    if (missing) return;
    setSending(true);
    try {
      if (asksToken) await api.signIn(token);
      await send(reason.trim(), author.value.trim());
    } catch (error) {
      const { status, message } = error as api.ApiError;
      if (status === UNAUTHORISED) setAsksToken(true);
      setFault(status === UNAUTHORISED && asksToken ? strings.verdictWrongToken : message);
      setSending(false);
    }
  };

  return (
    <form
      ref={form}
      class="verdict-form"
      aria-label={name}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      {children}
      <label>
        {strings.reason}
        <textarea required rows={2} maxLength={1000} value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      <label>
        {strings.yourName}
        <input required maxLength={100} autocomplete="name" value={author.value} onInput={({ currentTarget }) => (author.value = currentTarget.value)} />
      </label>
      {asksToken && (
        <label>
          {strings.token}
          <input required type="password" autocomplete="off" value={token} onInput={({ currentTarget }) => setToken(currentTarget.value.trim())} />
        </label>
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <p class="verdict-kinds">
        <button type="submit" class="control is-main" disabled={isSending}>
          {isSending ? strings.sending : action}
        </button>
        <button type="button" class="control" onClick={onCancel}>
          {strings.cancel}
        </button>
      </p>
    </form>
  );
}
