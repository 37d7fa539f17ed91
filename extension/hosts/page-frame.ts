import type { Box } from "./host";

/** Where a page's overlay has its corner in the window, and how many window pixels make one of its own. */
export interface PageFrame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

export function frameOf(page: HTMLElement): PageFrame {
  const { left, top, width } = page.getBoundingClientRect();
  const scale = page.offsetWidth > 0 && width > 0 ? width / page.offsetWidth : 1;
  return { left: left + page.clientLeft * scale, top: top + page.clientTop * scale, scale };
}

/** A rectangle of the window in the pixels of a page's overlay. */
export function within({ left, top, scale }: PageFrame, rect: Box): Box {
  return {
    left: (rect.left - left) / scale,
    top: (rect.top - top) / scale,
    width: rect.width / scale,
    height: rect.height / scale,
  };
}
