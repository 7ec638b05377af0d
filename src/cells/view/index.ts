export { figureToSvg } from "./figure";
export { App, watchRequests } from "./shell";
