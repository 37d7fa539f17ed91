import { ownWorker } from "../../services/second-reader/own-worker";
import { startWorker } from "../../services/second-reader/start-worker";

const owner = ownWorker(startWorker, () => window.close());

// Only the extension's own service worker can send here.
navigator.serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
  if (port) owner.pass(data, port);
});
navigator.serviceWorker.startMessages();
