// The server asks for its token: a field for it, beside the way of an address that carries it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import * as api from "../data/api";
import { isTokenWrong } from "../desk";
import { strings } from "../strings";

const UNAUTHORISED = 401;
export const isDenied = (fault: api.ApiError | null): boolean => fault?.status === UNAUTHORISED;

export function Denied(): JSX.Element {
  const [token, setToken] = useState("");
  const [fault, setFault] = useState(isTokenWrong.value ? strings.verdictWrongToken : "");
  const [isSending, setSending] = useState(false);
  const submit = async (): Promise<void> => {
    setSending(true);
    setFault("");
    try {
      await api.signIn(token);
      location.reload();
    } catch (error) {
      const { status, message } = error as api.ApiError;
      setFault(status === UNAUTHORISED ? strings.verdictWrongToken : message);
      setSending(false);
    }
  };
  return (
    <form
      class="notice denied"
      aria-label={strings.deniedTitle}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void submit();
      }}
    >
      <p class="notice-title">{strings.deniedTitle}</p>
      <p>{strings.denied}</p>
      <label>
        {strings.deniedToken}
        <input required class="control" type="password" autocomplete="off" value={token} onInput={({ currentTarget }) => setToken(currentTarget.value.trim())} />
      </label>
      <p class="fault" role="alert">
        {fault}
      </p>
      <button type="submit" disabled={isSending}>
        {isSending ? strings.sending : strings.deniedSend}
      </button>
    </form>
  );
}
