/* The search, its worker and its index, is fetched when a reader turns to it, and not with every page: the index grows
 * with the dossier. The theme asks for both on opening a page, of a server or of files; that waits here. */
(() => {
  "use strict";
  // Come from a result: the words found are marked, which needs the search at once.
  if (/[?&][hq]=/.test(location.search)) return;
  const waiting = [];
  const turned = (event) => {
    if (!event.target.closest?.('.md-search, [for="__search"]')) return;
    for (const name of ["focusin", "pointerover"]) removeEventListener(name, turned);
    for (const start of waiting.splice(0)) start();
  };
  for (const name of ["focusin", "pointerover"]) addEventListener(name, turned);

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.later = /\/search\/search_index\.json$/.test(address);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    this.later ? waiting.push(() => send.call(this, body)) : send.call(this, body);
  };

  document.head.appendChild = function (part) {
    const add = () => Node.prototype.appendChild.call(this, part);
    if (!/\/search\/search_index\.js$/.test(part.src ?? "")) return add();
    waiting.push(add);
    return part;
  };

  const Started = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(...how) {
      super();
      this.kept = [];
      waiting.push(() => {
        this.started = new Started(...how);
        this.started.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        for (const message of this.kept) this.started.postMessage(message);
      });
    }
    postMessage(message) { this.started ? this.started.postMessage(message) : this.kept.push(message); }
    terminate() { this.started?.terminate(); }
  };
})();
