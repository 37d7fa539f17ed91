import { render } from "preact";

const root = document.getElementById("app");
if (root) render(<main>Plumbline</main>, root);
