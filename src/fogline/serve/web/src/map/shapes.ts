// The shape of each family of events, in a square of 24, for the map, the list and the legend alike.
import type { Family } from "../data/vocabulary";

export const BOX = 24;

export const SHAPES: Readonly<Record<Family, string>> = {
  air: "M2.5 5H21.5L12 21.5Z",
  missile: "M12 2.5L21.5 19H2.5Z",
  bomb: "M12 1.5L14.4 7.6L20.5 5L17.6 10.4L23 13L16.8 14.2L18.5 21L12 17.2L5.5 21L7.2 14.2L1 13L6.4 10.4L3.5 5L9.6 7.6Z",
  battle: "M6 2.5L12 8.5L18 2.5L21.5 6L15.5 12L21.5 18L18 21.5L12 15.5L6 21.5L2.5 18L8.5 12L2.5 6Z",
  territory: "M4 2H21L17 7.5L21 13H8V22H4Z",
  abuse: "M12 1.5L22.5 12L12 22.5L1.5 12Z",
  unrest: "M7 3.5H17L22 12L17 20.5H7L2 12Z",
  talk: "M2.5 4H21.5V16.5H13L7.5 22V16.5H2.5Z",
  other: "M12 3.5A8.5 8.5 0 1 1 12 20.5A8.5 8.5 0 1 1 12 3.5Z",
};
