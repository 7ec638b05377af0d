export { figureToSvg } from "./figure";
export { App, watchRequests } from "./shell";
export { regionOf } from "./texts";
