/** To run ahead of the page's scripts: does what an extension does to be given rects and text. */
export const nameExtension = (): void => {
  window._docs_annotate_canvas_by_ext = "abcdefghijklmnopabcdefghijklmnop";
};
