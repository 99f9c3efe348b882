import { run } from "./core/banner.js";
import { createVanillaCookieConsent } from "./runtimes/vanilla-cookieconsent.js";

run(CHARTER, createVanillaCookieConsent);
