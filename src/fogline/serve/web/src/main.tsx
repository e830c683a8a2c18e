// The page starts here.
import "@fontsource-variable/inter/wght.css";
import { render } from "preact";
import * as api from "./data/api";
import * as desk from "./desk";
import * as keys from "./keys";
import * as preferences from "./preferences";
import * as state from "./state";
import "./styles/page.css";
import { App } from "./views/App";

// fogline serve prints the address with its token after the #, which no browser sends; it becomes a cookie once.
async function signIn(): Promise<void> {
  const token = decodeURIComponent(location.hash.slice(1)).replace(/^token=/, "");
  if (!token) return;
  history.replaceState(null, "", location.pathname + location.search);
  await api.signIn(token).catch((error: api.ApiError) => (desk.isTokenWrong.value = error.status === 401));
}

async function start(): Promise<void> {
  preferences.start();
  state.start();
  keys.start();
  const page = document.getElementById("page");
  if (page) render(<App />, page);
  await signIn();
  desk.start();
}

void start();
