import { run } from "./core/banner.js";
import { createTarteaucitron } from "./runtimes/tarteaucitron.js";

run(CHARTER, createTarteaucitron);
