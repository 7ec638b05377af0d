import { cutLabel } from "./chart-style";
import { Plot } from "./plot";

/** Texts beside the rows of a figure with a free left margin of `room` px: what a group of rows is about, and what each row is. */
export function rowHeadings(
  headings: readonly { readonly at: number; readonly label: string }[],
  room: number,
) {
  return Plot.text(headings, {
    y: "at",
    text: "label",
    frameAnchor: "left",
    textAnchor: "start",
    dx: 8 - room,
    fontWeight: 600,
    fill: "currentColor",
  });
}

/** The label of each row, before the frame; longer ones are cut to the room there is. */
export function rowLabels(labels: readonly { readonly at: number; readonly label: string }[], room: number) {
  return Plot.text(labels, {
    y: "at",
    text: ({ label }: { readonly label: string }) => cutLabel(label, room),
    frameAnchor: "left",
    textAnchor: "end",
    dx: -8,
    fill: "currentColor",
  });
}
