/**
 * The script of the page, as text: it filters the lines, says how many are left, and takes map cells to their lines.
 * It reads only what is already on the page and adds no markup; without it, all lines are shown.
 */
export const pageScript = String.raw`
const form = document.getElementById("filters");
const status = document.getElementById("count");
const none = document.getElementById("none");
const dimensions = [...document.querySelectorAll("section.dimension")].map((section) => ({
  section,
  practices: [...section.querySelectorAll("section.practice")].map((part) => ({
    part,
    index: part.querySelector("h4").id,
    lines: [...part.querySelectorAll("li")],
  })),
}));
const total = document.querySelectorAll("section.practice li").length;

function matches(line, stance, tier, when, words) {
  const { s, t, m, p } = line.dataset;
  if (stance && s !== stance) return false;
  if (tier && t !== tier) return false;
  if (when && when !== "m" + m && when !== "p" + p) return false;
  return words.every((word) => line.textContent.toLowerCase().includes(word));
}

function apply() {
  const { what, stance, tier, when, words } = Object.fromEntries(new FormData(form));
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const filtering = Boolean(what || stance || tier || when || wanted.length);
  let shown = 0;
  dimensions.forEach(({ section, practices }, position) => {
    let shownHere = 0;
    for (const { part, index, lines } of practices) {
      const chosen = !what || what === "d" + position || what === index;
      let left = 0;
      for (const line of lines) {
        const keep = chosen && matches(line, stance, tier, when, wanted);
        line.hidden = !keep;
        if (keep) left += 1;
      }
      part.hidden = filtering && left === 0 && what !== index;
      shownHere += part.hidden ? 0 : Math.max(left, what === index ? 1 : 0);
      shown += left;
    }
    section.hidden = filtering && shownHere === 0;
  });
  none.hidden = !filtering || shown > 0;
  const lines = total === 1 ? "line" : "lines";
  status.textContent = filtering ? "Showing " + shown + " of " + total + " " + lines + "." : total + " " + lines + ".";
}

let waiting;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 150);
}

form.hidden = false;
form.addEventListener("input", soon);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", soon);

document.getElementById("map").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-i]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  form.reset();
  clearTimeout(waiting);
  form.elements.what.value = "i" + link.dataset.i;
  if (link.dataset.p) {
    const period = form.elements.when.querySelector('[value="p' + link.dataset.p + '"]');
    form.elements.when.value = (period ? "p" : "m") + link.dataset.p;
  }
  apply();
  clearTimeout(waiting);
  const heading = document.getElementById("i" + link.dataset.i);
  heading.focus({ preventScroll: true });
  (innerHeight > 500 ? form : heading).scrollIntoView({ block: "start" });
});
apply();
`;
