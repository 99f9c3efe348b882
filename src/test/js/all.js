// All unit tests in one process: each of its own would load a browser's objects anew.
import { readdirSync } from "node:fs";

for (const folder of ["core", "runtimes"]) {
  for (const file of readdirSync(new URL(folder, import.meta.url)).sort()) {
    if (file.endsWith(".test.js")) {
      await import(`./${folder}/${file}`);
    }
  }
}
