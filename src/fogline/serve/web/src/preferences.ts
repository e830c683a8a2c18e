// What a reader has set for this browser: colours, single keys, the name under verdicts.
import { effect, signal } from "@preact/signals";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

function kept<T extends string>(name: string, values: readonly T[], plain: T): T {
  const value = safely(() => localStorage.getItem(`fogline.${name}`));
  return values.find((one) => one === value) ?? plain;
}

// A browser may forbid storage: then nothing is kept.
function safely<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export const theme = signal<Theme>(kept("theme", THEMES, "system"));
export const singleKeys = signal(kept("keys", ["on", "off"], "on") === "on");
export const author = signal(safely(() => localStorage.getItem("fogline.author")) ?? "");

const dark = matchMedia("(prefers-color-scheme: dark)");
export const isDark = signal(false);

export function start(): void {
  const look = (): void => {
    isDark.value = theme.value === "dark" || (theme.value === "system" && dark.matches);
    document.documentElement.dataset["theme"] = isDark.value ? "dark" : "light";
  };
  dark.addEventListener("change", look);
  effect(look);
  effect(() => {
    const values = { theme: theme.value, keys: singleKeys.value ? "on" : "off", author: author.value };
    safely(() => Object.entries(values).forEach(([name, value]) => localStorage.setItem(`fogline.${name}`, value)));
  });
}
