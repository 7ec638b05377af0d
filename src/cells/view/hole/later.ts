import { lazy } from "react";

/** Only some analyses ask for behaviours. */
export const fetchLeversHole = () => import("./levers-hole");

export const LeversHole = lazy(async () => ({ default: (await fetchLeversHole()).LeversHole }));
