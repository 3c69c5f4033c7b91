// Three comforts; the page says everything without them: the base article, what the others say beside a mark, how much is shown.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const panel = document.getElementById("panel");
  const base = document.getElementById("base");
  const shown = document.getElementById("shown");
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  let opener = null;

  for (const e of all(".needs-script")) e.hidden = false;

  // How many findings the filters leave.
  const rows = all("tr[data-g]");
  const count = () => {
    const off = all("#filters input:not(:checked)").map((box) => box.id.slice("show-".length));
    const left = rows.filter((row) => !off.some((name) => row.classList.contains(name)));
    shown.textContent = left.length + " of " + rows.length + " shown";
  };
  document.getElementById("filters").addEventListener("change", count);
  count();

  // The base article: it is opened, its column is marked, and each cell says whether it has the same value.
  const relate = (cell, wanted) => {
    if (!cell.dataset.v || !wanted) return "";
    return cell.dataset.v.split(" ").some((v) => wanted.includes(v)) ? "same" : "other";
  };
  const rebase = () => {
    const number = base.value;
    for (const head of all("th[data-s]")) head.classList.toggle("is-base", number !== "" && head.dataset.s === number);
    for (const row of rows) {
      const own = row.querySelector('td[data-s="' + (number || "none") + '"]');
      const wanted = own ? own.dataset.v.split(" ") : null;
      for (const cell of all("td[data-v]", row)) {
        cell.classList.toggle("is-base", cell === own);
        const rel = cell === own ? "base" : relate(cell, wanted);
        if (rel) cell.dataset.rel = rel;
        else delete cell.dataset.rel;
      }
    }
    if (number !== "") document.getElementById("s" + number).open = true;
  };
  base.addEventListener("change", rebase);
  if (base.value !== "") rebase();
  for (const article of all("details.article")) {
    article.addEventListener("toggle", () => {
      const number = article.id.slice(1);
      if (article.open && base.value !== "" && base.value !== number) {
        base.value = number;
        rebase();
      }
    });
  }

  // All mentions of a finding light up with the one under the pointer or the focus.
  let lit = [];
  const light = (event) => {
    const at = event.target.closest ? event.target.closest("[data-g]") : null;
    for (const e of lit) e.classList.remove("hot");
    lit = at ? all('.m[data-g="' + CSS.escape(at.dataset.g) + '"]') : [];
    for (const e of lit) e.classList.add("hot");
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  // What the sources say of a mark, beside it.
  const copy = (element) => {
    const out = element.cloneNode(true);
    for (const e of [out, ...all("[id]", out)]) e.removeAttribute("id");
    return out;
  };
  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
    if (opener) opener.focus();
    opener = null;
  };
  const show = (row) => {
    const heads = all("thead th", row.closest("table"));
    const button = make("button", "Close");
    button.type = "button";
    button.addEventListener("click", close);
    panel.replaceChildren(button, make("h3", row.querySelector(".label").textContent));
    for (const p of all("details.why > p", row)) panel.append(copy(p));
    for (const cell of all("td[data-v]", row)) {
      const source = heads.find((h) => h.dataset.s === cell.dataset.s);
      const [name, details] = [source.querySelector("a"), source.querySelector(".path")].map((e) => e.textContent.trim());
      panel.append(make("h4", name + " (" + details + ")"));
      for (const entry of cell.children) {
        panel.append(...[...entry.children].slice(1).map(copy));
      }
    }
    const silent = heads.slice(1).filter((h) => !row.querySelector('td[data-s="' + h.dataset.s + '"]'));
    if (silent.length > 0) panel.append(make("p", "Not mentioned in source " + silent.map((h) => Number(h.dataset.s) + 1).join(", ")));
    panel.hidden = false;
    panel.scrollTop = 0;
    panel.focus();
  };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".article .m[data-g]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = document.querySelector('tr[data-g="' + CSS.escape(mark.dataset.g) + '"]');
    if (!row) return;
    event.preventDefault();
    opener = mark;
    show(row);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
})();
