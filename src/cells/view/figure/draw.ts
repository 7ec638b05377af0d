import { loadedPlot, type Figure } from "../../../analyses";

/** Plot's element for a figure at a width. Its own frame (legend, title) comes back as a `figure`. */
export function draw(figure: Figure, width: number): Element {
  return loadedPlot().plot(figure.plot(width));
}
