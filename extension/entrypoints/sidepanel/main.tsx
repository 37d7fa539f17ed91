import { render } from "preact";
import "../../components/panel/panel.css";
import { SidePanel } from "../../components/panel/side-panel";

const root = document.getElementById("app");
if (root) render(<SidePanel />, root);
