"use strict";
(() => {
  const data = JSON.parse(document.getElementById("evidence-data").textContent);
  const dialog = document.getElementById("evidence");
  const title = dialog.querySelector("h2");
  const basis = dialog.querySelector(".basis");
  const list = dialog.querySelector("ol");
  const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const line = ([at, before, match, after, voice, speaker]) => {
    const [id, heading, outlet, date] = data.documents[at];
    const item = element("li");
    const meta = element("span", null, "meta");
    meta.append(element("span", speaker ? `${speaker}, ${voice}` : voice, `voice ${voice}`));
    meta.append([outlet, date].filter(Boolean).map((part) => ` · ${part}`).join(""), " · ");
    const place = document.getElementById(`article-${id}`);
    const name = heading || id;
    if (place) {
      const link = element("a", name);
      link.href = `#${encodeURIComponent(place.id)}`;
      link.addEventListener("click", (event) => { event.preventDefault(); dialog.close(); open(place); });
      meta.append(link);
    } else {
      meta.append(name);
    }
    item.append(meta, before, element("mark", match), after);
    return item;
  };

  const open = (place) => {
    place.open = true;
    place.scrollIntoView({ block: "start" });
    place.querySelector("summary").focus({ preventScroll: true });
    place.classList.remove("flash");
    void place.offsetWidth;
    place.classList.add("flash");
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.n");
    if (!button) return;
    const found = data.keys[button.dataset.e];
    if (!found) return;
    const [label, total, articles, items] = found;
    title.textContent = label;
    basis.textContent = `${count(total, "occurrence", "occurrences")} in ${count(articles, "article", "articles")}` +
      (items.length < total ? `; ${items.length} of them drawn at random (fixed seed)` : "");
    list.replaceChildren(...items.map((at) => line(data.items[at])));
    dialog.showModal();
    dialog.scrollTop = 0;
  });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  const target = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place && place.tagName === "DETAILS") open(place);
  };
  addEventListener("hashchange", target);
  if (location.hash) target();
})();
