import { run } from "./core/banner.js";
import { createKlaro } from "./runtimes/klaro.js";

run(CHARTER, createKlaro);
