import type { Tab } from "../document";

/** The list of tabs to the left: the open one is marked by the class of its inner container. */
export class TabList {
  private readonly rows = new Map<string, HTMLElement>();

  constructor(sidebar: HTMLElement, tabs: readonly Tab[], open: (id: string) => void) {
    for (const { id, title, depth = 0 } of tabs) {
      const item = Object.assign(document.createElement("div"), { className: "chapter-item" });
      const row = Object.assign(document.createElement("div"), { className: ROW });
      const label = Object.assign(document.createElement("span"), {
        className: "chapter-label-content",
        textContent: title,
      });
      row.style.paddingLeft = `${12 + depth * 16}px`;
      row.append(label);
      item.append(row);
      item.addEventListener("click", () => open(id));
      sidebar.append(item);
      this.rows.set(id, row);
    }
  }

  mark(id: string): void {
    for (const [tab, row] of this.rows) row.classList.toggle(`${ROW}-selected`, tab === id);
  }
}

const ROW = "chapter-item-label-and-buttons-container";
