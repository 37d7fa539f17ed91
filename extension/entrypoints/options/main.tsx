import { render } from "preact";
import "../../components/options/options.css";
import { OptionsPage } from "../../components/options/options-page";

const root = document.getElementById("app");
if (root) render(<OptionsPage />, root);
