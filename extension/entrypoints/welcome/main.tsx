import { render } from "preact";
import "../../components/welcome/welcome.css";
import { WelcomePage } from "../../components/welcome/welcome-page";

const root = document.getElementById("app");
if (root) render(<WelcomePage />, root);
