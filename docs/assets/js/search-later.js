/* The index of the search is fetched when a reader turns to the search, and not with every page: it grows with the
 * dossier. The theme asks for it on opening a page; that request waits here. Opened from files nothing is fetched. */
(() => {
  "use strict";
  if (/[?&][hq]=/.test(location.search)) return;  // come from a result: the words found are marked, which needs it
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.later = /\/search\/search_index\.json$/.test(address);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (!this.later) return send.call(this, body);
    const turned = (event) => {
      if (!event.target.closest?.('.md-search, [for="__search"]')) return;
      for (const name of ["focusin", "pointerover"]) removeEventListener(name, turned);
      send.call(this, body);
    };
    for (const name of ["focusin", "pointerover"]) addEventListener(name, turned);
  };
})();
