(() => {
  "use strict";
  // Everything from the report is put on the page as text, never as markup.
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const el = (tag, cls, ...kids) => {
    const e = document.createElement(tag);
    if (cls) e.className = cls;
    e.append(...kids);
    return e;
  };
  const items = data.items;
  const rows = items.map((it) => $(it.id));
  const indexOf = new Map(items.map((it, i) => [it.id, i]));
  const rowOf = new Map(rows.map((row, i) => [row, i]));
  const name = (i) => data.names[i];

  // --- what is opened: findings, facts, and the chain with its code
  const cylinder = () => {
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    for (const d of ["M4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6", "M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3Z"]) {
      const path = document.createElementNS(ns, "path");
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  };
  const piece = (text) => {
    const cls = text[0], rest = text.slice(1);
    if (cls === "m") return el("mark", "", rest);
    return cls === " " ? rest : el("span", "t" + cls, rest);
  };
  const code = (index) => {
    if (index < 0) return el("p", "nocode", "No source at hand for this place.");
    const x = data.code[index];
    const box = el("div", "code");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "code, line " + x.m + " is the place");
    x.l.forEach((pieces, i) => {
      const n = x.f + i;
      box.append(el("div", n === x.m ? "hot" : "", el("span", "no", String(n)), el("code", "ln", ...pieces.map(piece))));
    });
    return box;
  };
  const wireStyle = { "go": "dotted", "interface": "dashed", "dynamic": "dashed", "callback": "dashed", "once": "dashed", "defer": "dotted" };
  const wireWord = { "interface": "through an interface", "dynamic": "through a function value", "callback": "as a callback", "go": "in a goroutine", "defer": "deferred", "once": "once" };
  const wire = (via) => {
    const plain = via === "calls" || via === "acquires";
    const label = el("span", plain ? "by" : "by loud", plain ? via : wireWord[via] || "by " + via);
    return [el("span", "wire " + (wireStyle[via] || "")), label];
  };
  const chain = (it) => {
    const list = el("ol", "chain");
    it.c.forEach(([fn, at, via, src], i) => {
      const node = el("div", "node");
      if (i === 0 && it.c.length + (it.a ? 1 : 0) > 1) node.append(el("span", "tag", it.t || "begins in"));
      node.append(el("span", "name", name(fn)), el("span", "at", name(at)));
      const hop = el("li", i === 0 ? "hop entry" : "hop", node, code(src));
      if (i + 1 < it.c.length) hop.append(...wire(name(it.c[i + 1][2])));
      else if (it.a) hop.append(...wire(it.k === "finding" ? "calls" : "acquires"));
      list.append(hop);
    });
    if (it.a) {
      const goal = el("div", "node", cylinder(), el("div", "", el("span", "tag", it.v + " · " + it.a.split(" ")[0]), el("span", "name", it.a.slice(it.a.indexOf(" ") + 1))));
      list.append(el("li", "hop goal", goal));
    }
    return list;
  };
  const facts = (pairs) => {
    const dl = el("dl", "facts");
    for (const [k, v] of pairs) if (v) dl.append(el("dt", "", k), el("dd", "", v));
    return dl;
  };
  const build = (row) => {
    if (row.dataset.built) return;
    row.dataset.built = "1";
    const it = items[rowOf.get(row)];
    const body = el("div", "body");
    for (const f of it.f || []) {
      const box = el("div", "todo", el("p", "", el("b", "", name(f.r)), ", " + f.s + (it.f.length > 1 ? ": " + f.m : "")));
      if (f.d) box.append(el("p", "", el("b", "", "Held: "), f.d));
      if (f.h) box.append(el("p", "", el("b", "", "What to do: "), f.h));
      body.append(box);
    }
    body.append(facts([
      ["Verdict", it.v + (it.r ? ": " + it.r : "")],
      ["Approval", it.y],
      ["Package", name(it.p)],
      ["Reached by", it.n ? it.n + (it.n === 1 ? " entry point" : " entry points") + (it.n > 1 ? "; the shortest path is shown" : "") : ""],
    ]));
    if (it.c.length) body.append(el("h4", "", "Call chain"), chain(it));
    row.append(body);
  };
  rows.forEach((row) => {
    row.addEventListener("toggle", () => { if (row.open) build(row); });
    if (row.open) build(row);
  });

  for (const box of document.querySelectorAll(".stream")) {
    box.addEventListener("toggle", () => {
      if (!box.open || box.dataset.built) return;
      box.dataset.built = "1";
      const s = data.streams[Number(box.dataset.stream)];
      const body = el("div", "body");
      s.i.forEach((it, i) => {
        const part = el("div", "tone-" + it.k, el("h3", "", s.h[i]), chain(it));
        body.append(part);
      });
      if (!s.i.length) body.append(el("p", "", "It takes no session, so there is no chain."));
      box.append(body);
    });
  }

  // --- filters
  const q = $("q"), count = $("count"), clear = $("clear");
  const selects = ["rule", "package", "entry"].map((n) => $("by-" + n));
  const chips = [...document.querySelectorAll(".chip")];
  const groups = [...document.querySelectorAll(".group")].map((section) => ({ section, n: section.querySelector("h3 .n"), rows: [...section.querySelectorAll(":scope > details")].map((r) => rowOf.get(r)) }));
  let hay = null;
  const haystack = () => hay || (hay = items.map((it, i) => [
    rows[i].querySelector("summary").textContent, it.id, it.v, it.r, it.t, it.y, name(it.p),
    ...(it.f || []).flatMap((f) => [name(f.r), f.m, f.h]), ...it.c.map((s) => name(s[0]) + " " + name(s[1])),
  ].join("\n").toLowerCase()));
  const matches = () => {
    const words = q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(chips.filter((c) => c.getAttribute("aria-pressed") === "true").map((c) => c.dataset.verdict));
    const [rule, pkg, entry] = selects.map((s) => s.value === "" ? null : s.selectedOptions[0].textContent);
    const entryIndex = entry === null ? -1 : Number(selects[2].value);
    const text = words.length ? haystack() : null;
    return items.map((it, i) =>
      (!verdicts.size || verdicts.has(it.v)) &&
      (rule === null || (it.f || []).some((f) => name(f.r) === rule)) &&
      (pkg === null || name(it.p) === pkg) &&
      (entry === null || (it.e || []).includes(entryIndex)) &&
      (!text || words.every((w) => text[i].includes(w))));
  };
  let shown = items.map(() => true);
  const apply = () => {
    shown = matches();
    let total = 0;
    for (const g of groups) {
      let n = 0;
      for (const i of g.rows) {
        if (rows[i].hidden === shown[i]) rows[i].hidden = !shown[i];
        if (shown[i]) n++;
      }
      g.section.hidden = n === 0;
      g.n.textContent = n === g.rows.length ? String(n) : n + " of " + g.rows.length;
      total += n;
    }
    const all = total === items.length;
    count.textContent = all ? total + (total === 1 ? " place" : " places") : total + " of " + items.length + " places";
    $("none").hidden = total > 0 || items.length === 0;
    clear.hidden = !filtered();
    remember();
  };
  const filtered = () => q.value !== "" || selects.some((s) => s.value !== "") || chips.some((c) => c.getAttribute("aria-pressed") === "true");
  // The filters stand in the address, so that a view can be sent to somebody.
  const remember = () => {
    const p = new URLSearchParams();
    if (q.value) p.set("q", q.value);
    for (const s of selects) if (s.value !== "") p.set(s.id.slice(3), s.selectedOptions[0].textContent);
    for (const c of chips) if (c.getAttribute("aria-pressed") === "true") p.append("verdict", c.dataset.verdict);
    const hash = p.toString() ? "#?" + p : "";
    if (hash !== location.hash && (hash || location.hash.startsWith("#?"))) {
      try { history.replaceState(null, "", location.pathname + location.search + hash); } catch { /* not allowed here */ }
    }
  };
  const recall = () => {
    if (!location.hash.startsWith("#?")) return;
    const p = new URLSearchParams(location.hash.slice(2));
    q.value = p.get("q") || "";
    for (const s of selects) {
      const want = p.get(s.id.slice(3));
      const option = want === null ? null : [...s.options].find((o) => o.value !== "" && o.textContent === want);
      s.value = option ? option.value : "";
    }
    for (const c of chips) c.setAttribute("aria-pressed", String(p.getAll("verdict").includes(c.dataset.verdict)));
  };
  const reset = () => {
    q.value = "";
    for (const s of selects) s.value = "";
    for (const c of chips) c.setAttribute("aria-pressed", "false");
    apply();
  };
  let pending = 0;
  q.addEventListener("input", () => { cancelAnimationFrame(pending); pending = requestAnimationFrame(apply); });
  for (const s of selects) s.addEventListener("change", apply);
  for (const c of chips) c.addEventListener("click", () => { c.setAttribute("aria-pressed", String(c.getAttribute("aria-pressed") !== "true")); apply(); });
  clear.addEventListener("click", () => { reset(); q.focus(); });
  $("tools").addEventListener("submit", (e) => e.preventDefault());

  // --- opening many would take long, and nobody reads them
  const many = 200;
  $("open").addEventListener("click", () => {
    let n = 0;
    rows.forEach((row, i) => { if (shown[i] && n < many) { n++; build(row); row.open = true; } });
    if (n === many) count.textContent = "the first " + many + " are open; filter to see the others";
  });
  $("close").addEventListener("click", () => rows.forEach((row) => { row.open = false; }));

  // --- links to a place open it, even when a filter hides it
  const reveal = (id) => {
    const i = indexOf.get(id);
    if (i === undefined) return;
    if (!shown[i]) reset();
    build(rows[i]);
    rows[i].open = true;
    rows[i].scrollIntoView({ block: "start" });
    rows[i].querySelector("summary").focus({ preventScroll: true });
  };
  const follow = () => {
    if (location.hash.startsWith("#?")) { recall(); apply(); } else reveal(location.hash.slice(1));
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", (e) => {
    const a = e.target.closest("a[href^='#']");
    if (!a) return;
    if (a.dataset.entry !== undefined) { reset(); selects[2].value = a.dataset.entry; apply(); return; }
    const id = a.getAttribute("href").slice(1);
    if (indexOf.has(id) && location.hash === "#" + id) reveal(id);
    const group = id.startsWith("group-") && $(id);
    if (group && group.closest("section").hidden) reset();
  });

  // --- keyboard
  const single = $("single");
  const step = (by) => {
    const visible = rows.filter((_, i) => shown[i]);
    const here = visible.indexOf(document.activeElement && document.activeElement.closest(".group > details"));
    const next = visible[here < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, here + by))];
    if (!next) return;
    const s = next.querySelector("summary");
    s.focus({ preventScroll: true });
    s.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const at = e.target;
    if (at === q && e.key === "Escape") { q.value = ""; apply(); return; }
    if (at === q && e.key === "ArrowDown") { e.preventDefault(); step(1); return; }
    if (at.matches("input, select, textarea")) return;
    const onPlace = at.matches(".group > details > summary");
    if (onPlace && (e.key === "ArrowDown" || e.key === "ArrowUp")) { e.preventDefault(); step(e.key === "ArrowDown" ? 1 : -1); return; }
    if (!single.checked) return;
    if (e.key === "/") { e.preventDefault(); q.focus(); q.select(); }
    if (e.key === "j" || e.key === "k") { e.preventDefault(); step(e.key === "j" ? 1 : -1); }
  });

  // --- theme: what the system says, or one of the two
  const theme = $("theme"), modes = ["system", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("sessionlint-theme"); } catch { return null; } };
  const setTheme = (mode) => {
    if (mode === "system") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = mode;
    theme.textContent = "Theme: " + mode;
    try { localStorage.setItem("sessionlint-theme", mode); } catch { /* not kept */ }
  };
  let mode = modes.includes(stored()) ? stored() : "system";
  setTheme(mode);
  theme.addEventListener("click", () => { mode = modes[(modes.indexOf(mode) + 1) % modes.length]; setTheme(mode); });

  // --- on paper: what is wrong is opened, what is right keeps its reason
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = rows.filter((row, i) => shown[i] && !row.open && items[i].f && items[i].f.length).slice(0, many);
    for (const row of opened) { build(row); row.open = true; }
  });
  addEventListener("afterprint", () => { for (const row of opened) row.open = false; });

  for (const id of ["theme", "tools", "keys"]) $(id).hidden = false;
  recall();
  apply();
  if (location.hash && !location.hash.startsWith("#?")) reveal(location.hash.slice(1));
})();
