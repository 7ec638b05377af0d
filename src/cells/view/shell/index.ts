export { App } from "./app";
export { watchRequests } from "./foreign-requests";
