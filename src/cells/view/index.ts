export { figureToSvg } from "./figure";
export { App, readyToSpeak, watchRequests } from "./shell";
export { regionOf } from "./texts";
