import { startLog } from "./core/log.js";

startLog(CHARTER);
