/* The page's own script: sends what the shopper does, puts the server's answers in place. It knows nothing of goods. */
"use strict";
window.daogou = (() => {
  const PATIENCE = 60000, LONGEST = 3500000, BUSY_BEFORE_DOTS = 120;
  const KEYS = { conversation: "daogou-conversation", basket: "daogou-basket", language: "daogou-language", draft: "daogou-draft", sent: "daogou-sent" };
  const LISTEN = 20, LOOK = 15000, AGAIN = 3000;
  const state = { conversation: "", count: 0, language: "", chosen: false, basket: [], busy: false, picked: new Map(), heard: 0, rung: 0, desk: "", tools: {} };
  let root = null, send = null, timer = 0, dots = 0, words = window.daogou_words || {}, opener = null, waiting = [], listening = false, looking = 0;

  const $ = (id) => root.querySelector("#" + id);
  const memory = (area) => { try { return window[area]; } catch { return null; } };
  const read = (area, key) => { try { return memory(area)?.getItem(key) ?? null; } catch { return null; } };
  const keep = (area, key, text) => { try { text === "" ? memory(area)?.removeItem(key) : memory(area)?.setItem(key, text); } catch { /* kept for this page alone */ } };
  const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (_, key) => slots[key] ?? "");

  function storedBasket() {
    try {
      const lines = JSON.parse(read("localStorage", KEYS.basket) ?? "null");
      return Array.isArray(lines) ? lines : null;
    } catch { return null; }
  }

  function start(element, trigger) {
    root = element.querySelector("#daogou");
    send = trigger;
    if (location.pathname.endsWith("/widget")) root.classList.add("compact");
    state.conversation = read("sessionStorage", KEYS.conversation) ?? "";
    const wished = read("localStorage", KEYS.language);
    state.chosen = Boolean(wished);
    state.language = wished || words.language || "";
    state.basket = storedBasket() ?? [];
    reword(words);
    root.addEventListener("click", clicked);
    root.addEventListener("keydown", pressed);
    root.addEventListener("mouseover", (event) => proof(event.target.closest("mark[data-proof]")));
    root.addEventListener("mouseout", (event) => { if (event.target.closest("mark[data-proof]")) proof(null); });
    root.addEventListener("focusin", (event) => proof(event.target.closest("mark[data-proof]")));
    root.addEventListener("focusout", () => proof(null));
    root.addEventListener("scroll", () => proof(null), true);
    $("say-it").addEventListener("submit", (event) => { event.preventDefault(); say($("message").value, ""); });
    window.addEventListener("storage", (event) => { if (event.key === KEYS.basket) { state.basket = storedBasket() ?? []; deed({ do: "open" }); } });
    deed({ do: "open" });
    if (matchMedia("(min-width:821px)").matches && !root.classList.contains("compact")) $("message").focus({ preventScroll: true });
  }

  function deed(what) {
    if (state.busy) { waiting.push(what); return; }
    state.busy = true;
    root.dataset.busy = what.do;
    root.setAttribute("aria-busy", "true");
    clearTimeout(timer);
    timer = setTimeout(() => lost(), PATIENCE);
    if (["say", "retry", "open"].includes(what.do)) dots = setTimeout(showDots, BUSY_BEFORE_DOTS);
    send({ conversation: state.conversation, count: state.count, language: state.language, chosen: state.chosen, basket: state.basket, ...what });
  }

  function rest() {
    state.busy = false;
    delete root.dataset.busy;
    root.removeAttribute("aria-busy");
    clearTimeout(timer);
    clearTimeout(dots);
    root.querySelectorAll(".dots").forEach((one) => one.remove());
    const next = waiting.shift();
    if (next) deed(next);
  }

  function lost(status = 0) {
    if (!state.busy) return;
    const sentence = status === 413 ? words.too_long : status === 429 || status === 503 ? words.crowded : words.lost;
    waiting = [];
    rest();
    restoreDraft();
    bubble("it failed", sentence);
    announce(sentence);
  }

  // Gradio doesn't tell a component that its event never reached the server; the request itself does.
  const fetched = window.fetch.bind(window);
  window.fetch = async (...request) => {
    const ours = String(request[0]?.url ?? request[0]).includes("/gradio_api/queue/");
    try {
      const answer = await fetched(...request);
      if (ours && !answer.ok) lost(answer.status);
      return answer;
    } catch (error) {
      if (ours && error.name !== "AbortError") lost();
      throw error;
    }
  };

  // What staff say comes by itself: at once while they have the conversation or are asked to, else every now and then.
  function listen() {
    clearTimeout(looking);
    if (listening || !state.conversation) return;
    if (!state.desk && document.visibilityState === "hidden") { looking = setTimeout(listen, LOOK); return; }
    const conversation = state.conversation;
    const asked = { conversation, language: state.language, heard: state.heard, rung: state.rung, wait: state.desk ? LISTEN : 0 };
    listening = true;
    fetched("api/live", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(asked) })
      .then((answer) => { if (!answer.ok) throw answer.status; return answer.json(); })
      .then((told) => { listening = false; if (conversation === state.conversation) heard(told); looking = setTimeout(listen, state.desk ? 50 : LOOK); })
      .catch(() => { listening = false; looking = setTimeout(listen, AGAIN); });
  }

  function heard(told) {
    state.rung = told.rung;
    const lines = $("lines"), atEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 120;
    const box = document.createElement("template");
    box.innerHTML = told.lines;
    const waits = lines.querySelector(".dots");
    for (const one of [...box.content.children]) if (!lines.querySelector(`[data-heard="${CSS.escape(one.dataset.heard)}"]`)) lines.insertBefore(one, waits);
    state.heard = Math.max(state.heard, told.heard);
    desk(told.desk);
    if (told.lines && atEnd) toEnd();
  }

  function desk(told) {
    state.desk = told.state;
    const strip = $("desk");
    strip.hidden = !told.state;
    if (strip.textContent !== told.text) strip.textContent = told.text;
    tools();
  }

  function tools() {
    for (const [name, on] of Object.entries(state.tools)) root.querySelector(`.tool[data-do="${name}"]`).disabled = !on || Boolean(state.desk);
  }

  // A message that is sent again after it was lost carries the id of its first sending, so that it is not said twice.
  function idOf(text) {
    const kept = read("sessionStorage", KEYS.sent) ?? "", at = kept.indexOf(" ");
    if (at > 0 && kept.slice(at + 1) === text.slice(0, 5000)) return kept.slice(0, at);
    const id = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
    keep("sessionStorage", KEYS.sent, `${id} ${text.slice(0, 5000)}`);
    return id;
  }

  // What was typed comes back where it wasn't answered: Gradio loads the page anew once a lost connection is back.
  function restoreDraft() {
    const draft = read("sessionStorage", KEYS.draft);
    if (draft && !$("message").value) $("message").value = draft;
  }

  function say(text, label, products = []) {
    if (state.busy) return;
    if (text.length > LONGEST) { bubble("it failed", words.too_long); return; }
    $("lines").querySelector(".welcome")?.remove();
    const shown = label || text;
    bubble("me", shown.length > 700 ? shown.slice(0, 700) + "…" : shown);
    if (!label) { $("message").value = ""; keep("sessionStorage", KEYS.draft, text.slice(0, 5000)); }
    deed({ do: "say", text, label, products, message: idOf(text) });
  }

  function bubble(kind, text) {
    const one = document.createElement("div");
    one.className = kind;
    one.textContent = text.trim() || "…";
    $("lines").append(one);
    toEnd();
  }

  function showDots() {
    $("lines").insertAdjacentHTML("beforeend", '<div class="dots" aria-hidden="true"><i></i><i></i><i></i></div>');
    toEnd();
  }

  const toEnd = () => { const lines = $("lines"); lines.scrollTop = lines.querySelector(".welcome") ? 0 : lines.scrollHeight; };
  const announce = (text) => { $("status").textContent = ""; requestAnimationFrame(() => { $("status").textContent = text; }); };

  function goods(value) {
    if (!value) return;
    const box = $("goods");
    box.innerHTML = JSON.parse(value).html;
    box.scrollTop = 0;
    drop();
  }

  function talk(value) {
    if (!value) return;
    const part = JSON.parse(value), lines = $("lines");
    // Words that are still being written: once their bubble is there, only the bubble changes; if it was taken away, nothing.
    const there = part.later && lines.querySelector(`[data-words="${CSS.escape(part.later)}"]`);
    if (there) { const atEnd = lines.scrollHeight - lines.scrollTop - lines.clientHeight < 80; there.outerHTML = part.bubble; if (atEnd) toEnd(); return; }
    if (part.later && !state.busy) return;
    root.querySelectorAll(".dots").forEach((one) => one.remove());
    clearTimeout(dots);
    if ("log" in part) { lines.setAttribute("aria-live", "off"); lines.innerHTML = part.log; requestAnimationFrame(() => lines.setAttribute("aria-live", "polite")); }
    if ("answer" in part) lines.insertAdjacentHTML("beforeend", part.answer);
    if ("answer" in part || ("conversation" in part && "log" in part)) settled(part);
    if ("conversation" in part) {
      state.conversation = part.conversation;
      state.count = part.count;
      keep("sessionStorage", KEYS.conversation, part.conversation);
    }
    for (const id of ["ledger", "ask"]) if (id in part && $(id).innerHTML !== part[id]) $(id).innerHTML = part[id];
    if (part.tools) state.tools = part.tools;
    if ("heard" in part) state.heard = part.heard;
    if (part.desk) desk(part.desk); else tools();
    if (part.words) reword(part.words);
    if (part.basket) showBasket(part.basket);
    if ("input" in part) { $("message").value = part.input; $("message").focus(); }
    if (part.status) announce(part.status);
    if ("answer" in part || [...lines.querySelectorAll(".me")].pop()?.textContent.endsWith(read("sessionStorage", KEYS.draft) ?? "")) keep("sessionStorage", KEYS.draft, "");
    else if ("log" in part) restoreDraft();
    toEnd();
    rest();
    if (!listening) { clearTimeout(looking); looking = setTimeout(listen, state.desk ? 0 : LOOK); }
  }

  // An answer, or the message among those that stand: it has arrived, and the same words again are another message.
  function settled(part) {
    const said = (read("sessionStorage", KEYS.sent) ?? "").split(" ").slice(1).join(" ").trim();
    const last = [...$("lines").querySelectorAll(".me")].pop()?.textContent ?? "";
    const answered = "answer" in part && !part.answer.includes('class="it failed"');
    if (answered || (said && last.endsWith(said.slice(0, 700)))) keep("sessionStorage", KEYS.sent, "");
  }

  function reword(fresh) {
    words = fresh;
    if (fresh.language) { state.language = fresh.language; root.lang = document.documentElement.lang = fresh.language; }
    if (state.chosen) keep("localStorage", KEYS.language, state.language);
    if (fresh.title) document.title = fresh.title;
    for (const one of root.querySelectorAll("[data-word]")) if (fresh[one.dataset.word]) one.textContent = fresh[one.dataset.word];
    for (const one of root.querySelectorAll("[data-label]")) if (fresh[one.dataset.label]) one.setAttribute("aria-label", fresh[one.dataset.label]);
    for (const one of root.querySelectorAll("[data-hint]")) if (fresh[one.dataset.hint]) one.placeholder = fresh[one.dataset.hint];
    if (fresh.switch_face) root.querySelector('[data-do="language"]').innerHTML = fresh.switch_face;
    pickedBar();
  }

  function showBasket(basket) {
    const focused = document.activeElement?.closest?.("#basket-lines [data-do]");
    const again = focused && { label: focused.getAttribute("aria-label"), product: focused.dataset.product };
    const badge = $("badge"), before = badge.innerHTML;
    $("basket-lines").innerHTML = basket.html;
    badge.innerHTML = basket.badge;
    if (before !== basket.badge && state.count) { badge.classList.remove("bump"); void badge.offsetWidth; badge.classList.add("bump"); }
    state.basket = basket.lines;
    keep("localStorage", KEYS.basket, basket.lines.length ? JSON.stringify(basket.lines) : "");
    if (again) ([...$("basket-lines").querySelectorAll("[data-do]")].find((one) => one.getAttribute("aria-label") === again.label) ?? $("basket").querySelector("button")).focus();
  }

  function openBasket(open) {
    $("basket").hidden = $("veil").hidden = !open;
    $("badge").setAttribute("aria-expanded", String(open));
    if (open) { opener = document.activeElement; $("basket").querySelector("button").focus(); } else opener?.focus?.();
  }

  function clicked(event) {
    const mark = event.target.closest("mark[data-proof]");
    if (mark) { proof(mark); return; }
    const one = event.target.closest("[data-do],[data-say]");
    if (!one || one.disabled) return;
    if (one.dataset.say !== undefined) { say(one.dataset.say, (one.getAttribute("aria-label") ?? one.firstChild.textContent).trim().slice(0, 300)); return; }
    const quantity = Number(one.dataset.quantity ?? 1);
    switch (one.dataset.do) {
      case "basket": openBasket($("basket").hidden); break;
      case "language": state.chosen = true; deed({ do: "language" }); break;
      case "undo": case "retry": case "clear": deed({ do: one.dataset.do }); break;
      case "add": case "set": case "empty": deed({ do: one.dataset.do, product: one.dataset.product ?? "", quantity }); break;
      case "buy": $("basket-lines").querySelectorAll("a[data-buy]").forEach((link) => window.open(link.href, "_blank", "noopener")); break;
      case "compare": pick(one); break;
      case "compare-now": compareNow(); break;
      case "compare-drop": drop(); break;
    }
  }

  function pick(button) {
    const place = Number(button.dataset.place);
    state.picked.has(place) ? state.picked.delete(place) : state.picked.set(place, button);
    button.setAttribute("aria-pressed", String(state.picked.has(place)));
    pickedBar();
  }

  function pickedBar() {
    const bar = $("picked");
    bar.hidden = state.picked.size < 2;
    bar.querySelector('[data-do="compare-now"]').textContent = fill(words.compare_ready ?? "", { count: state.picked.size });
  }

  function drop() {
    state.picked.forEach((button) => button.setAttribute("aria-pressed", "false"));
    state.picked.clear();
    pickedBar();
  }

  function compareNow() {
    const chosen = [...state.picked.entries()].sort((a, b) => a[0] - b[0]).map(([, button]) => button.closest("[data-product]").dataset.product);
    const places = [...state.picked.keys()].sort((a, b) => a - b).map((place) => words.compare_ordinals[place - 1]).filter(Boolean);
    drop();
    const sentence = fill(words.compare_say, { list: places.join(words.compare_and) });
    say(sentence, sentence, chosen);
  }

  function proof(mark) {
    const box = $("proof");
    if (!mark) { box.hidden = true; return; }
    box.textContent = mark.dataset.proof;
    box.hidden = false;
    const at = mark.getClientRects()[0], size = box.getBoundingClientRect();
    const left = Math.max(10, Math.min(at.left, window.innerWidth - size.width - 10));
    const below = at.bottom + 6 + size.height < window.innerHeight;
    box.style.left = left + "px";
    box.style.top = (below ? at.bottom + 6 : at.top - size.height - 6) + "px";
  }

  function pressed(event) {
    if (event.key === "Escape") { proof(null); if (!$("basket").hidden) openBasket(false); return; }
    const mark = event.target.closest("mark[data-proof]");
    if (mark && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); proof(mark); return; }
    if (event.target.id === "message" && event.key === "Enter" && event.isComposing) event.preventDefault();
    if (event.key === "Tab" && !$("basket").hidden) {
      const stops = [...$("basket").querySelectorAll("button,a[href]")].filter((one) => !one.disabled);
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement === edge) { event.preventDefault(); (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus(); }
    }
  }

  document.addEventListener("visibilitychange", () => { if (root && document.visibilityState === "visible") listen(); });
  return { start, goods, talk };
})();
