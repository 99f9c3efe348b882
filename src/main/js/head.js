import { insertHead } from "./core/head.js";

insertHead(CHARTER);
