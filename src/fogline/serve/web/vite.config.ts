import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

// The page is built into the package, beside this folder; the wheel holds it, Git does not.
const OUT = path.resolve(import.meta.dirname, "..", "page");
const LEAST_TO_PACK = 1400; // bytes: less than one packet of a network gains nothing

// A .gz beside each file that shrinks, so that the server sends it as it lies there.
function packed(): Plugin {
  const pack = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      if (statSync(file).isDirectory()) pack(file);
      else if (/\.(js|mjs|css|html|json|svg)$/.test(name) && statSync(file).size > LEAST_TO_PACK)
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  };
  return { name: "packed", apply: "build", closeBundle: () => pack(OUT) };
}

export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [packed()],
  worker: { format: "es" },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { "/api": process.env["FOGLINE_API"] ?? "http://127.0.0.1:8000" } },
});
