export { App } from "./app";
export { watchRequests } from "./foreign-requests";
export { readyToSpeak } from "./preferences";
