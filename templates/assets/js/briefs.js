/* What a page does beyond being read. Without this file citations are plain footnotes and all else is there.
 *
 * 1 cards      hovering, focusing or tapping a citation shows its note beside it; a click goes to the passage
 * 2 previews   hovering a link to another page shows how that begins, or the passage that it leads to
 * 3 way back   on the page of a source: back to the line that one came from
 * 4 copying    a line together with its citations, as text, Markdown or rich text
 * 5 search     words are found without their accents, however they are typed
 * 6 print      where links lead is listed at the end
 */
(() => {
  "use strict";
  const article = document.querySelector(".md-content article");
  if (!article) return;
  const make = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  };
  const noteOf = (reference) => document.getElementById(decodeURIComponent(reference.hash.slice(1) || reference.dataset.note));
  const onWeb = location.protocol.startsWith("http");

  /* A table whose rows are shown as cards is a table still: some screen readers see only how it is laid out. */
  const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  if (matchMedia("(max-width: 44.9375em)").matches)
    for (const part of article.querySelectorAll("table.stacked, table.stacked :is(thead, tbody, tr, th, td)"))
      part.setAttribute("role", ROLES[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));

  /* 1 cards ---------------------------------------------------------------------------------------------------- */
  const references = [...article.querySelectorAll("a.footnote-ref")];
  let card = null, owner = null, timer = 0, pointer = "mouse", closing = false;

  for (const reference of references) {
    const note = noteOf(reference);
    const source = note && note.querySelector(".note-at a");
    if (!note) continue;
    reference.dataset.note = note.id;
    reference.dataset.label = reference.textContent;
    reference.setAttribute("aria-label", `Citation ${reference.textContent}`);
    // The address is that of the passage, so that a middle click and the status line work as for any link.
    if (source) reference.href = source.href;
    reference.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => open(reference), 120));
    reference.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(close, 250));
    reference.addEventListener("focus", () => pointer !== "touch" && !closing && open(reference));
    reference.addEventListener("blur", () => setTimeout(() => card && !card.contains(document.activeElement) && !card.matches(":hover") && close(), 0));
    reference.addEventListener("click", (event) => {
      if (pointer !== "touch") return leave(reference);
      // A finger cannot hover: the first tap shows the card, and the card leads on.
      event.preventDefault();
      owner === reference ? close() : open(reference);
    });
  }

  function later(what, wait) { clearTimeout(timer); timer = setTimeout(what, wait); }

  function open(reference) {
    const note = document.getElementById(reference.dataset.note);
    const parts = [...note.querySelectorAll(".note-words, .note-by, .note-at, .note-also")].map((part) => part.cloneNode(true));
    const tools = make("span", { class: "card-tools" });
    const source = note.querySelector(".note-at a");
    if (source) tools.append(make("a", { href: source.href }, "Read it in the source"));
    tools.append(copier(() => lineOf(note.querySelector(".note-words"), [reference.dataset.label])));
    if (!show(reference, `Citation ${reference.dataset.label}`, ...(parts.length ? parts : [make("span", {}, note.textContent)]), tools)) return;
    mark(card.querySelector(".note-words"), quotedBefore(reference));
    for (const link of card.querySelectorAll("a")) link.addEventListener("click", () => leave(reference, link));
  }

  /* Show a card beside `anchor`; false where it is shown already. */
  function show(anchor, label, ...inside) {
    clearTimeout(timer);
    if (owner === anchor) return false;
    close();
    card = make("span", { class: "cite-card", role: "group", "aria-label": label }, ...inside);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(close, 250));
    card.addEventListener("focusout", (event) => event.relatedTarget && !card.contains(event.relatedTarget) && event.relatedTarget !== anchor && close());
    // Beside its citation in the page, so that the keyboard comes to it next.
    (anchor.closest("sup") || anchor).after(card);
    owner = anchor;
    anchor.setAttribute("aria-expanded", "true");
    place();
    return true;
  }

  function close() {
    clearTimeout(timer);
    if (!card) return;
    const inside = card.contains(document.activeElement), was = owner;
    card.remove();
    was.removeAttribute("aria-expanded");
    card = owner = null;
    closing = true;  // focus comes back to the citation, and does not open its card again
    if (inside) was.focus({ preventScroll: true });
    closing = false;
  }

  /* Under its citation, or over it where there is more room; what does not fit scrolls inside the card. */
  function place() {
    if (!card) return;
    const at = owner.getBoundingClientRect(), wide = card.offsetWidth, high = card.scrollHeight + 2, edge = 8, head = 60;
    const under = innerHeight - edge - at.bottom - 2, over = at.top - head - 2;
    const below = high <= under || under >= over;
    const shown = Math.max(96, Math.min(high, 480, below ? under : over));
    card.style.maxHeight = `${shown}px`;
    card.style.left = `${Math.max(edge, Math.min(at.left - 24, innerWidth - wide - edge))}px`;
    card.style.top = `${below ? at.bottom + 2 : at.top - shown - 2}px`;
  }

  /* The words that stand in quotation marks right before a citation, without what says that they were cut. */
  function quotedBefore(reference) {
    const range = document.createRange();
    range.setStart(reference.closest("li, td, th, p") || article, 0);
    range.setEndBefore(reference.parentElement);
    const found = /“([^“”]+)”\s*$/.exec(range.toString());
    return found ? found[1].replace(/^…\s|\s…$/g, "") : "";
  }

  function mark(words, quoted) {
    const text = words ? words.textContent : "", at = text.indexOf(quoted);
    if (!quoted || at < 0 || quoted.length + 4 > text.length) return;
    words.replaceChildren(text.slice(0, at), make("mark", {}, quoted), text.slice(at + quoted.length));
  }

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (card && !card.contains(event.target) && !(event.target.closest && event.target.closest("a.footnote-ref"))) close();
    const menu = openMenu();
    if (menu && !menu.contains(event.target)) menu.dispatchEvent(new Event("close"));
  });
  document.addEventListener("keydown", (event) => {
    pointer = "key";
    if (event.key !== "Escape") return;
    const menu = openMenu();
    if (menu) { menu.dispatchEvent(new Event("close")); menu.firstChild.focus(); } else close();
  });
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);

  /* 2 previews -------------------------------------------------------------------------------------------------- */
  const bare = (address) => String(address).split("#")[0];
  const fetched = new Map();

  // Only where pages come from a server: a page opened from files may read no other.
  if (onWeb) for (const link of article.querySelectorAll("a[href]")) {
    const plain = !link.matches(".footnote-ref, .footnote-backref, .headerlink, .line-link");
    if (!plain || link.origin !== location.origin || !/\.html$/.test(link.pathname) || bare(link) === bare(location)) continue;
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => preview(link), 350));
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(close, 250));
  }

  async function preview(link) {
    const address = bare(link);
    if (!fetched.has(address)) fetched.set(address, fetch(address).then((got) => (got.ok ? got.text() : "")).catch(() => ""));
    const page = new DOMParser().parseFromString(await fetched.get(address), "text/html");
    const title = page.querySelector("article h1");
    if (!title || !link.matches(":hover")) return;
    const target = link.hash ? page.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    const place = target?.closest("h2, h3, h4, li, p, .passage") ?? page.querySelector("article .question") ?? page.querySelector("article p:not(.brief-meta)");
    const words = [place, /^H\d$/.test(place?.tagName) ? place.nextElementSibling : null].map((part) => (part ? clean(part) : "")).filter(Boolean);
    show(link, "Preview", make("strong", {}, clean(title)), ...words.map((part) => make("span", {}, part.length > 360 ? `${part.slice(0, 350)} …` : part)));
  }
  /* The words of a part of another page, without marks that belong to that page. */
  function clean(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("sup, .headerlink, .line-link").forEach((mark) => mark.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* 3 way back ------------------------------------------------------------------------------------------------- */
  const RETURN = "briefs-return";

  function leave(reference, link = reference) {
    const section = [...article.querySelectorAll("h2")].filter((heading) => heading.compareDocumentPosition(reference) & 4).pop();
    const title = (heading) => heading.textContent.replace(/[¶#]\s*$/, "").trim();
    const names = [title(article.querySelector("h1")), ...(section ? [title(section)] : [])];
    remember({ to: bare(link.href), from: `${bare(location)}#${reference.parentElement.id}`, name: names.join(", ") });
  }
  function remember(value) { try { sessionStorage.setItem(RETURN, JSON.stringify(value)); } catch { /* no memory: the browser's own way back remains */ } }
  function remembered() { try { return JSON.parse(sessionStorage.getItem(RETURN)); } catch { return null; } }

  function showWayBack() {
    const back = remembered();
    document.querySelector(".way-back")?.remove();
    if (back && back.to === bare(location) && bare(back.from) !== back.to)
      article.append(make("a", { class: "way-back", href: back.from }, `← Back to ${back.name}`));
  }
  showWayBack();
  addEventListener("pageshow", showWayBack);

  /* 4 copying -------------------------------------------------------------------------------------------------- */
  const FORMS = { "Text": "text", "Markdown": "markdown", "Rich text": "rich" };
  const absolute = (href) => (onWeb && href ? new URL(href, location.href).href : "");

  /* A menu of three forms; `line` gives the line when it is asked for. */
  function copier(line) {
    const button = make("button", { type: "button", "aria-expanded": "false", "aria-label": "Copy with citation" }, "Copy");
    const forms = make("span", { hidden: "" });
    const menu = make("span", { class: "copy" }, button, forms);
    const show = (open) => { forms.hidden = !open; button.setAttribute("aria-expanded", String(open)); };
    button.addEventListener("click", () => show(forms.hidden));
    menu.addEventListener("close", () => show(false));
    for (const [name, form] of Object.entries(FORMS)) {
      const choice = make("button", { type: "button" }, name);
      choice.addEventListener("click", async () => {
        const done = await put(written(line(), form), form);
        show(false);
        button.focus();
        say(done ? "Copied" : "The browser did not allow copying");
        button.textContent = done ? "Copied" : "Not copied";
        setTimeout(() => { button.textContent = "Copy"; }, 2000);
      });
      forms.append(choice);
    }
    return menu;
  }
  const openMenu = () => document.querySelector('.copy > [aria-expanded="true"]')?.parentElement;

  for (const block of article.querySelectorAll("li, blockquote > p, p:not([class])")) {
    if (block.closest(".footnote") || !block.querySelector(":scope > sup > a.footnote-ref")) continue;
    block.append(" ", copier(() => lineOf(block)));
  }

  /* A line as parts (words, emphasis, citations) and the notes it cites, each with words, who, where and address. */
  function lineOf(block, labels = []) {
    const parts = [];
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3) parts.push({ text: child.data.replace(/\s+/g, " ") });
        else if (child.matches?.(".copy, .line-link, .cite-card")) continue;
        else if (child.matches?.("sup") && child.querySelector(".footnote-ref")) parts.push({ cite: child.querySelector(".footnote-ref").dataset.label });
        else if (child.matches?.("em, strong")) parts.push({ text: child.textContent, tag: child.localName });
        else walk(child);
      }
    };
    walk(block);
    while (parts.length && !(parts.at(-1).cite || parts.at(-1).text.trim())) parts.pop();
    for (const label of labels) parts.push({ cite: label });
    const cited = [...new Set(parts.filter((part) => part.cite).map((part) => part.cite))];
    return { parts, notes: cited.map((label) => ({ label, ...noteParts(document.getElementById(`fn:${label}`)) })), link: linkTo(block) };
  }
  function noteParts(note) {
    const text = (part) => note.querySelector(part)?.textContent.trim() ?? "";
    return { words: text(".note-words") || note.textContent.trim(), by: text(".note-by"), at: text(".note-at"), url: absolute(note.querySelector(".note-at a")?.getAttribute("href")) };
  }
  function linkTo(block) {
    const anchor = block.querySelector(":scope > .line-link") || block.closest("blockquote")?.previousElementSibling?.querySelector(".line-link");
    return anchor ? absolute(anchor.getAttribute("href")) : "";
  }

  const html = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const markdown = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
  function written({ parts, notes, link }, form) {
    const beside = (part, before) => (before && before.cite ? { text: " ", rich: ", " }[form] ?? "" : "");
    if (form === "rich") {
      const line = parts.map((part, at) => part.cite ? `<sup>${beside(part, parts[at - 1])}${part.cite}</sup>` : part.tag ? `<${part.tag}>${html(part.text)}</${part.tag}>` : html(part.text)).join("");
      const list = notes.map((note) => `<li>${note.label} ${html(note.words)} — ${html(note.by)}, ${note.url ? `<a href="${html(note.url)}">${html(note.at)}</a>` : html(note.at)}</li>`);
      return `<p>${line}${link ? ` <a href="${html(link)}">link</a>` : ""}</p><ul>${list.join("")}</ul>`;
    }
    if (form === "markdown") {
      const line = parts.map((part) => part.cite ? `[^${part.cite}]` : part.tag ? { em: "*", strong: "**" }[part.tag] + markdown(part.text.trim()) + { em: "*", strong: "**" }[part.tag] : markdown(part.text)).join("");
      const list = notes.map((note) => `[^${note.label}]: ${markdown(note.words)} — ${markdown(note.by)}, ${note.url ? `[${markdown(note.at)}](${note.url})` : markdown(note.at)}`);
      return `${line.trim()}\n\n${list.join("\n")}\n`;
    }
    const line = parts.map((part, at) => part.cite ? `${at && !/\s$/.test(parts[at - 1].text ?? "") ? " " : ""}[${part.cite}]` : part.text).join("");
    return `${line.trim()}${link ? `\n${link}` : ""}\n\n${notes.map((note) => `[${note.label}] ${note.words} — ${note.by}, ${note.at}${note.url ? `. ${note.url}` : ""}`).join("\n")}\n`;
  }

  async function put(text, form) {
    const plain = form === "rich" ? make("div") : null;
    if (plain) plain.innerHTML = text;  // made above from escaped words
    const types = plain ? { "text/html": text, "text/plain": plain.innerText } : { "text/plain": text };
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(types).map(([type, value]) => [type, new Blob([value], { type })])))]);
      return true;
    } catch { /* no permission, or no secure address: the older way */ }
    const give = (event) => { for (const [type, value] of Object.entries(types)) event.clipboardData.setData(type, value); event.preventDefault(); };
    document.addEventListener("copy", give, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", give);
    return done;
  }

  const voice = make("div", { role: "status", class: "md-visually-hidden", style: "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)" });
  document.body.append(voice);
  function say(words) { voice.textContent = words; }

  /* 5 search --------------------------------------------------------------------------------------------------- */
  // The index holds words with and without accents; what is typed is asked without. 2 is the theme's sign of a query.
  const PLAIN = { "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "ŧ": "t" };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const asked = message && message.type === 2 && typeof message.data === "string";
    return post.call(this, asked ? { ...message, data: message.data.replace(/[đĐøØłŁıħŧ]/g, (letter) => PLAIN[letter]).normalize("NFKD").replace(/\p{M}/gu, "") } : message, ...rest);
  };

  /* 6 print ---------------------------------------------------------------------------------------------------- */
  addEventListener("beforeprint", () => {
    document.querySelectorAll(".print-links, .print-mark").forEach((old) => old.remove());
    const list = make("ol", { class: "print-links" }), seen = new Map();
    for (const link of article.querySelectorAll("a[href]")) {
      const href = absolute(link.getAttribute("href"));
      if (!href || bare(href) === bare(location) || link.closest(".footnote, .screen, .copy, .cite-card, .way-back, .footnote-ref") || link.matches(".footnote-ref, .headerlink")) continue;
      if (!seen.has(href)) { seen.set(href, seen.size + 1); list.append(make("li", {}, href)); }
      link.after(make("sup", { class: "print-mark" }, `[${seen.get(href)}]`));
    }
    if (seen.size) article.append(list);
  });
})();
