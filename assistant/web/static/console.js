/* The staff's console: shows the queue and one conversation as they change, and sends what staff do. All text is put in
   as text, never as HTML. */
"use strict";
(() => {
  const API = "/console/api", WAIT = 20, AGAIN = 2500, DRAFT = 900, LONG = 300;
  const $ = (id) => document.getElementById(id);
  const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (_, key) => slots[key] ?? "");
  const say = (key, slots = {}) => fill(me.words[key] ?? key, slots);
  const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
  let me = null, view = "queue", side = "packet", rows = [], rung = 0, open = null, drafting = 0, saved = "", sending = null;

  function el(tag, kind = "", text = "", more = {}) {
    const one = document.createElement(tag);
    if (kind) one.className = kind;
    if (text) one.textContent = text;
    for (const [name, value] of Object.entries(more)) name in one ? (one[name] = value) : one.setAttribute(name, value);
    return one;
  }
  const button = (kind, text, act, more = {}) => { const one = el("button", kind, text, { type: "button", ...more }); one.addEventListener("click", act); return one; };

  async function ask(path, body, signal) {
    const options = { signal, headers: { accept: "application/json" } };
    if (body !== undefined) Object.assign(options, { method: "POST", body: JSON.stringify(body), headers: { ...options.headers, "content-type": "application/json", "x-daogou-guard": me.guard } });
    const answer = await fetch(API + path, options);
    if (answer.status === 401 && me) { location.reload(); await new Promise(() => {}); }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(told.detail || told.error || String(answer.status)), { status: answer.status });
    return told;
  }
  const note = (text) => { $("note").textContent = text; };
  const failed = (error) => note(error.status ? error.message : say("lost"));

  // The queue -----------------------------------------------------------------------------------------------------
  async function watchQueue() {
    for (;;) {
      try {
        const told = await ask(`/queue?rung=${rung}&wait=${rung ? WAIT : 0}`);
        rung = told.rung; rows = told.tickets; rowsAt = Date.now();
        $("lost").hidden = true;
        drawCounts();
        if (view === "queue") drawQueue();
      } catch { $("lost").hidden = false; await new Promise((done) => setTimeout(done, AGAIN)); }
    }
  }
  let rowsAt = Date.now();

  function drawCounts() {
    const waiting = rows.filter((one) => one.state === "waiting").length;
    $("waiting").textContent = waiting; $("waiting").hidden = !waiting;
    document.title = (waiting ? `(${waiting}) ` : "") + say("title");
  }

  const ago = (seconds) => seconds < 60 ? say("now") : seconds < 5400 ? say("minutes", { count: Math.round(seconds / 60) }) : say("hours", { count: Math.round(seconds / 3600) });
  const topic = (one) => one.topic.key === "want" ? `${me.words.topics.want} ${one.topic.text}` : me.words.topics[one.topic.key] ?? one.topic.key;

  function drawQueue() {
    const box = $("view"), at = document.activeElement?.dataset?.ticket, groups = [["waiting", (one) => one.state === "waiting"], ["with_you", (one) => one.staff === me.name], ["with_others", (one) => one.state === "taken" && one.staff !== me.name]];
    box.replaceChildren();
    if (!rows.length) { box.append(el("div", "bare", say("queue_empty"))); return; }
    for (const [name, fits] of groups) {
      const found = rows.filter(fits);
      if (!found.length) continue;
      box.append(el("h2", "heading", say(name)));
      for (const one of found) {
        const waited = one.waiting_s + (Date.now() - rowsAt) / 1000;
        const line = button("ticket", "", () => openTicket(one.number), { "data-ticket": one.number });
        if (open?.number === one.number) line.setAttribute("aria-current", "true");
        const chips = el("span", "chips");
        if (one.place) chips.append(el("span", "chip good", `#${one.place}`));
        if (one.unanswered && one.staff === me.name) chips.append(el("span", "chip turn", say("your_turn")));
        if (one.state === "taken" && one.staff !== me.name) chips.append(el("span", "chip", one.staff));
        chips.append(el("span", "chip", topic(one)), el("span", `chip ${one.mood}`, me.words.moods[one.mood] ?? one.mood), el("span", "chip", one.language));
        line.append(el("b", "", one.customer || say("ticket", { number: one.number })), el("time", waited > LONG && one.state === "waiting" ? "long" : "", ago(waited)), el("span", "last", one.last), chips);
        box.append(line);
      }
    }
    if (at) box.querySelector(`[data-ticket="${at}"]`)?.focus();
  }

  // One ticket ----------------------------------------------------------------------------------------------------
  async function openTicket(number) {
    await keepDraft();
    open?.watching.abort();
    const mine = open = { number, heard: 0, rung: 0, watching: new AbortController(), messages: [], packet: {}, suggestion: null, for: 0, chosen: [], orders: null, drawn: new Set(), pinned: true };
    sending = null;
    $("lines").replaceChildren(); $("suggestion").hidden = true; $("others").hidden = true; note("");
    $("chosen").replaceChildren();
    try {
      const told = await ask(`/tickets/${number}`, undefined, mine.watching.signal);
      if (open !== mine) return;
      mine.packet = told.packet;
      $("words").value = saved = told.draft;
      $("nothing").hidden = true; $("open").hidden = false;
      drawTicket(told);
      drawSide();
      if (view === "queue") drawQueue();
      show("talk");
      if (matchMedia("(min-width:761px)").matches) $("words").focus();
      watchTicket(mine);
    } catch (error) { if (error.name !== "AbortError") failed(error); }
  }

  async function watchTicket(mine) {
    while (open === mine) {
      try {
        const told = await ask(`/tickets/${mine.number}/live?heard=${mine.heard}&rung=${mine.rung}&wait=${WAIT}`, undefined, mine.watching.signal);
        if (open !== mine) return;
        mine.rung = told.rung;
        $("lost").hidden = true;
        drawTicket(told);
      } catch (error) {
        if (error.name === "AbortError" || open !== mine) return;
        $("lost").hidden = false;
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
  }

  function drawTicket(told) {
    open.told = told;
    const lines = $("lines");
    for (const one of told.messages) {
      if (open.drawn.has(one.number)) continue;
      open.drawn.add(one.number);
      open.messages.push(one);
      lines.append(drawMessage(one));
    }
    open.heard = Math.max(open.heard, ...told.messages.map((one) => one.number), 0);
    toEnd();
    $("who").textContent = told.customer || say("ticket", { number: told.number });
    $("facts").textContent = [told.customer ? say("ticket", { number: told.number }) : "", topic(told), me.words.moods[told.mood] ?? told.mood, told.language, told.state === "taken" ? told.staff : say(told.state === "waiting" ? "waiting" : "closed")].filter(Boolean).join(" · ");
    drawDeeds(told);
    drawOthers(told);
    const last = [...open.messages].reverse().find((one) => one.who === "shopper");
    const answered = !last || told.state === "closed" || open.messages.some((one) => one.who === "staff" && one.number > last.number);
    if (answered) { $("suggestion").hidden = true; open.suggestion = null; }
    else if (last.number !== open.for) suggest(last.number);
  }

  // The end stays in sight, also where a suggestion takes room, until somebody scrolls up to read.
  function toEnd() { if (open?.pinned) $("lines").scrollTop = $("lines").scrollHeight; }

  function drawMessage(one) {
    if (one.who === "event") return el("p", "line event", say(one.text, { name: one.name }));
    const line = el("div", `line ${one.who}${one.who === "staff" && one.name !== me.name ? " other" : ""}`, "", { "data-number": one.number });
    const by = one.who === "staff" ? (one.name === me.name ? say("you") : one.name) : say(one.who === "shopper" ? "customer" : "assistant");
    const head = el("small", "", `${by} · ${new Date(one.at * 1000).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`);
    if (one.who === "assistant") head.append(" ", button("fix", say("correct"), () => correct(one)));
    line.append(head);
    if (one.text) line.append(el("div", "bubble", one.text, { lang: one.language || "", dir: "auto" }));
    for (const product of one.cards) line.append(card(product));
    return line;
  }

  const holds = () => open?.told.state === "taken" && open.told.staff === me.name;
  const writes = () => holds() || (open?.told.state === "taken" && open.told.joined.includes(me.name));

  function drawDeeds(told) {
    const box = $("deeds"), made = [];
    const deed = (kind, key, path, body = {}, slots = {}) => made.push(button(kind, say(key, slots), () => act(path, body)));
    if (told.state === "waiting") deed("act", "take", "take");
    if (told.state === "taken" && told.staff === me.name) { deed("ghost", "give_back", "give-back"); deed("ghost", "put_back", "put-back"); }
    if (told.state === "taken" && told.staff !== me.name) {
      told.joined.includes(me.name) ? deed("ghost", "leave", "join", { joins: false }) : deed("act", "join", "join", { joins: true });
      deed("ghost", "take_from", "take", { holder: told.staff }, { name: told.staff });
    }
    const face = made.map((one) => one.textContent).join("|");
    if (box.dataset.face !== face) { box.replaceChildren(...made); box.dataset.face = face; }
    $("words").disabled = told.state === "closed";
    for (const one of [$("send"), ...$("suggestion").querySelectorAll(".head button")]) one.disabled = !writes();
    $("words").placeholder = writes() ? say("hint") : say(told.state === "closed" ? "not_open" : "take_to_write");
  }

  function drawOthers(told) {
    const box = $("others");
    box.replaceChildren();
    for (const one of told.drafts) {
      const line = el("div", "", say(one.writing ? "writing" : "left_draft", { name: one.name, text: one.text }));
      if (!one.writing) line.append(button("ghost", say("use"), () => { $("words").value = one.text; $("words").focus(); changed(); }));
      box.append(line);
    }
    box.hidden = !told.drafts.length;
  }

  async function act(path, body) {
    const mine = open;
    try {
      await ask(`/tickets/${mine.number}/${path}`, body);
      if (open !== mine) return;
      drawTicket({ ...(await ask(`/tickets/${mine.number}/live?heard=${mine.heard}`)) });
      $("words").focus();
    } catch (error) { failed(error); }
  }

  // Writing -------------------------------------------------------------------------------------------------------
  function changed() { clearTimeout(drafting); drafting = setTimeout(keepDraft, DRAFT); if (sending && $("words").value !== sending.words) sending = null; }

  async function keepDraft() {
    clearTimeout(drafting);
    if (!open || $("words").value === saved || !open.told || open.told.state === "closed") return;
    const text = $("words").value;
    try { await ask(`/tickets/${open.number}/draft`, { text }); saved = text; if (text) note(say("draft_kept")); } catch (error) { failed(error); }
  }

  // A message keeps its id until it is known to have arrived: sent again after a lost connection, it is sent once.
  async function send(words, products, typed) {
    if (!open || !writes() || (!words.trim() && !products.length)) { if (open && !writes()) note(say("take_to_write")); return; }
    const mine = open, same = sending && sending.text === words && sending.ticket === mine.number;
    sending = { ticket: mine.number, text: words, words: $("words").value, id: same ? sending.id : newId() };
    $("send").disabled = true;
    try {
      await ask(`/tickets/${mine.number}/send`, { message: sending.id, text: words, seen: mine.heard, products });
      sending = null;
      if (open !== mine) return;
      clearTimeout(drafting);
      if (typed) { $("words").value = saved = ""; mine.chosen = []; drawChosen(); }
      $("suggestion").hidden = true;
      mine.suggestion = null;
      note(say("sent"));
      drawTicket(await ask(`/tickets/${mine.number}/live?heard=${mine.heard}`));
    } catch (error) {
      if (error.status) { sending = null; note(say("not_sent", { why: error.message })); } else failed(error);
    } finally { if (open === mine) $("send").disabled = !writes(); }
  }

  const compose = () => $("words").value.trim() || open.chosen.length ? send($("words").value, open.chosen.map((one) => one.id), true) : open.suggestion && send(open.suggestion.text, open.suggestion.items.map((one) => one.id).slice(0, 3), false);

  function choose(product) {
    if (!open || open.chosen.some((one) => one.id === product.id) || open.chosen.length >= 6) return;
    open.chosen.push(product);
    drawChosen();
    show("talk");
  }
  function drawChosen() {
    $("chosen").replaceChildren(...open.chosen.map((one) => button("", `${one.title} ×`, () => { open.chosen = open.chosen.filter((other) => other !== one); drawChosen(); })));
  }

  async function suggest(number) {
    const mine = open;
    mine.for = number;
    try {
      const told = await ask(`/tickets/${mine.number}/suggestion`, undefined, mine.watching.signal);
      if (open !== mine || mine.for !== number || mine.messages.some((one) => one.who === "staff" && one.number > number)) return;
      mine.suggestion = told.text ? told : null;
      drawSuggestion(told, number);
    } catch (error) { if (error.name !== "AbortError") $("suggestion").hidden = true; }
  }

  function drawSuggestion(told, number) {
    const box = $("suggestion");
    box.hidden = !told.text && !told.clauses.length;
    box.dataset.for = number;
    const head = el("div", "row head");
    head.append(el("h2", "", say("suggestion")), el("span", "gap"));
    if (told.text) head.append(button("act", say("send"), () => send(told.text, told.items.map((one) => one.id).slice(0, 3), false), { disabled: !writes() }), button("ghost", say("edit"), edit, { disabled: !writes() }));
    box.replaceChildren(head);
    box.scrollTop = 0;
    if (told.text) box.append(el("p", "text", told.text));
    for (const one of told.items) {
      const shown = card(one);
      if (one.reason) { const why = el("div", "why", one.reason); const list = el("ul", "proofs"); for (const proof of one.proofs) list.append(el("li", "", proof)); why.append(list); shown.append(why); }
      box.append(shown);
    }
    box.append(...told.clauses.map(quoted));
  }
  function quoted(clause) { const quote = el("blockquote", "clause", clause.text, { lang: clause.language }); quote.append(" ", el("small", "", clause.source)); return quote; }

  function edit() {
    if (!open?.suggestion || !writes()) return;
    $("words").value = open.suggestion.text;
    open.chosen = open.suggestion.items.slice(0, 3);
    drawChosen(); changed(); $("words").focus();
  }

  // Beside the conversation ---------------------------------------------------------------------------------------
  function card(product, act = null) {
    const one = el("div", "product"), pic = el("div", "pic");
    if (product.picture) pic.append(el("img", "", "", { src: product.picture, alt: "", loading: "lazy" }));
    else { pic.textContent = (product.brand || product.title || "?").slice(0, 2).toUpperCase(); pic.style.setProperty("--hue", String([...product.id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 360, 7))); }
    const what = el("div", "", product.title);
    what.append(el("small", "", [product.brand, product.rating ? `★ ${product.rating}` : "", product.stock === null ? "" : say("in_stock", { count: product.stock })].filter(Boolean).join(" · ")));
    const cost = el("div");
    if (product.price) cost.append(el("b", "", product.price));
    if (act) cost.append(act);
    one.append(pic, what, cost);
    return one;
  }

  function box(title, ...inside) { const one = el("section", "box"); one.append(el("h2", "", title), ...inside); return one; }
  function list(items) { const one = el("ul"); for (const [text, small] of items) { const line = el("li", "", text); if (small) line.append(el("small", "", small)); one.append(line); } return one; }

  function drawSide() {
    for (const one of $("sides").querySelectorAll("button")) one.dataset.side === side ? one.setAttribute("aria-current", "page") : one.removeAttribute("aria-current");
    const beside = $("beside");
    beside.replaceChildren();
    if (!open) return;
    if (side === "packet") drawPacket(beside, open.packet);
    if (side === "orders") drawOrders(beside);
    if (side === "products") drawProducts(beside);
    if (side === "texts") drawTexts(beside);
  }

  const told = (value) => Array.isArray(value) ? value.join(", ") : value === null || value === undefined ? "" : String(value);

  function drawPacket(beside, packet) {
    const facts = el("dl"), add = (key, text) => { if (text) facts.append(el("dt", "", say(key)), el("dd", "", text)); };
    const name = packet.who?.name ?? {};
    add("who", packet.who ? [name.native_name || [name.first_name, name.last_name].filter(Boolean).join(" "), packet.who.email].filter(Boolean).join(" · ") : say("unknown"));
    add("why", me.words.topics[packet.why] ?? packet.why);
    add("mood", me.words.moods[packet.mood] ?? packet.mood);
    add("language", packet.language);
    add("need", packet.want);
    beside.append(box(say("known"), facts));
    const part = (key, items) => { if (items?.length) beside.append(box(say(key), list(items))); };
    part("ledger", packet.ledger?.map((one) => [one.said || `${one.field} ${one.op} ${told(one.value)} ${one.unit ?? ""}`, `${one.field} ${one.op} ${told(one.value)} ${one.unit ?? ""}`]));
    part("shown", packet.shown?.map((one) => [one.title || one.id, one.id]));
    part("rejected", packet.rejected?.map((one) => [one.title || one.id, one.reason ? say("because", { reason: one.reason }) : ""]));
    part("cart", packet.cart?.map((one) => [`${one.quantity} × ${one.title}`, told(one.options)]));
    part("orders", packet.orders?.map((one) => [one.order_id, one.status]));
    part("errands", packet.errands?.map((one) => [me.words.topics[one.kind] ?? one.kind, [one.order, one.reason].filter(Boolean).join(" · ")]));
    part("promises", packet.promises?.map((one) => [one, ""]));
    if (packet.summary) beside.append(box(say("summary"), el("p", "", packet.summary)));
  }

  async function drawOrders(beside) {
    const mine = open;
    try {
      mine.orders = await ask(`/tickets/${mine.number}/customer`);
      if (open !== mine || side !== "orders") return;
      beside.replaceChildren();
      if (!mine.orders.customer) { beside.append(el("div", "bare", mine.orders.why || say("unknown"))); return; }
      const who = mine.orders.customer, facts = el("dl");
      for (const [key, text] of [["who", who.name], ["email", who.email], ["address", who.address]]) if (text) facts.append(el("dt", "", say(key)), el("dd", "", text));
      beside.append(box(say("customer"), facts));
      for (const one of mine.orders.orders) {
        const status = el("span", "chip good", one.status);
        const made = box(one.id, status, list(one.items.map((item) => [item.name, [item.options, item.price].filter(Boolean).join(" · ")])));
        if (one.more) made.append(el("p", "soft", one.more));
        beside.append(made);
      }
    } catch (error) { beside.replaceChildren(el("div", "bare", error.message)); }
  }

  function drawProducts(beside) {
    const form = el("form", "fields"), field = el("input", "", "", { type: "search", id: "product-words", placeholder: say("find_products"), maxLength: 300 }), found = el("div");
    field.setAttribute("aria-label", say("find_products"));
    form.append(field);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!field.value.trim()) return;
      try {
        const told = await ask(`/products?words=${encodeURIComponent(field.value)}&language=${open?.told.language ?? ""}`);
        found.replaceChildren(...told.products.map((one) => card(one, button("ghost", say("choose"), () => choose(one)))));
        if (!told.products.length) found.append(el("div", "bare", say("nothing_found")));
      } catch (error) { found.replaceChildren(el("div", "bare", error.message)); }
    });
    beside.append(form, el("p", "soft", say("choose_hint")), found);
    field.focus();
  }

  async function drawTexts(beside) {
    try {
      const { macros } = await ask("/macros");
      beside.replaceChildren();
      if (!macros.length) beside.append(el("div", "bare", say("no_macros")));
      const name = open?.packet.who?.name ?? {}, language = open?.told.language;
      for (const one of macros) {
        const text = one.texts[language] ?? Object.values(one.texts)[0];
        const put = button("found", "", () => {
          const words = $("words"), filled = fill(text, { name: name.native_name || name.first_name || "", staff: me.name });
          words.value = (words.value ? `${words.value.trimEnd()}\n` : "") + filled;
          changed(); show("talk"); words.focus();
        });
        put.append(el("b", "", one.name), el("p", "soft", text));
        beside.append(put);
      }
    } catch (error) { beside.replaceChildren(el("div", "bare", error.message)); }
  }

  // Correct and resend --------------------------------------------------------------------------------------------
  let correcting = null;
  function correct(message, all = open.messages) {
    const asked = [...all].reverse().find((one) => one.who === "shopper" && one.number < message.number);
    correcting = { number: message.number, id: newId(), heard: open?.heard ?? 0 };
    $("asked").textContent = asked?.text ?? "";
    $("wrong").textContent = message.text;
    $("right").value = "";
    $("correction-wrong").hidden = true;
    $("correcting").showModal();
    $("right").focus();
  }

  async function propose(event) {
    event.preventDefault();
    const words = $("right").value.trim();
    if (!words || !correcting) return;
    try {
      await ask(`/messages/${correcting.number}/correct`, { message: correcting.id, answer: words, resend: $("resend").checked, seen: correcting.heard });
      correcting = null;
      $("correcting").close();
      note(say("proposed"));
      countProposed();
      if (open) drawTicket(await ask(`/tickets/${open.number}/live?heard=${open.heard}`));
    } catch (error) { $("correction-wrong").textContent = error.status ? error.message : say("lost"); $("correction-wrong").hidden = false; }
  }

  async function countProposed() {
    const { corrections } = await ask("/corrections");
    const count = corrections.filter((one) => one.state === "proposed").length;
    $("proposed").textContent = count; $("proposed").hidden = !count;
    return corrections;
  }

  async function drawCorrections(box) {
    const [corrections, { contradictions }] = await Promise.all([countProposed(), ask("/contradictions")]);
    if (view !== "corrections") return;
    box.replaceChildren();
    if (contradictions.length) box.append(contradicting(contradictions));
    if (!corrections.length) box.append(el("div", "bare", say("no_corrections")));
    for (const one of corrections) {
      const made = el("section", "box"), row = el("div", "row");
      made.append(el("h2", "", one.question), el("p", "soft", one.wrong), el("p", "", one.answer), row);
      row.append(el("span", `chip ${one.state === "approved" ? "good" : ""}`, say(`state_${one.state}`)), el("span", "soft", [one.staff, one.approved_by].filter(Boolean).join(" → ")));
      if (one.state === "proposed" && me.leads) for (const [deed, kind] of [["approve", "act"], ["dismiss", "ghost no"]]) row.append(button(kind, say(deed), async () => { try { await ask(`/corrections/${one.number}/${deed}`, {}); } catch (error) { alertIn(made, error); return; } drawCorrections(box); }));
      box.append(made);
    }
  }
  function contradicting(pairs) {
    const all = el("ul", "pairs");
    for (const { first, second } of pairs) { const pair = el("li"); pair.append(quoted(first), quoted(second)); all.append(pair); }
    return box(say("contradictions"), el("p", "soft", say("contradictions_hint")), all);
  }
  const alertIn = (box, error) => box.append(el("p", "wrong", error.message, { role: "alert" }));

  // Search, macros, export ----------------------------------------------------------------------------------------
  function drawSearch(box) {
    const form = el("form", "fields"), field = el("input", "", "", { type: "search", id: "search-words", placeholder: say("find_talks"), maxLength: 200 }), found = el("div");
    field.setAttribute("aria-label", say("find_talks"));
    form.append(field);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const { found: hits } = await ask(`/search?words=${encodeURIComponent(field.value)}`);
        found.replaceChildren(...hits.map((one) => {
          const hit = button("found", "", () => openTalk(one.number, box));
          hit.append(el("small", "soft", `${new Date(one.at * 1000).toLocaleString(document.documentElement.lang)} · ${one.name || say(one.who === "shopper" ? "customer" : "assistant")}${one.count > 1 ? ` · ${one.count}` : ""}`), el("p", "", one.text));
          return hit;
        }));
        if (!hits.length) found.append(el("div", "bare", say("nothing_found")));
      } catch (error) { found.replaceChildren(el("div", "bare", error.message)); }
    });
    box.append(form, el("p", "soft"), found);
    if (me.leads) {
      const row = el("div", "row");
      for (const form of ["json", "csv"]) row.append(el("a", "ghost", say("export", { form: form.toUpperCase() }), { href: `${API}/export/tickets?form=${form}`, download: `tickets.${form}` }));
      box.append(el("h2", "heading", say("export_all")), row);
    }
    field.focus();
  }

  async function openTalk(number, box) {
    const told = await ask(`/messages/${number}/conversation`);
    const head = el("div", "row"), lines = el("div", "lines");
    head.append(button("ghost", say("to_search"), () => drawView()));
    if (me.leads) for (const form of ["json", "csv"]) head.append(el("a", "ghost", say("export", { form: form.toUpperCase() }), { href: `${API}/messages/${number}/export?form=${form}`, download: `conversation-${number}.${form}` }));
    for (const one of told.tickets) head.append(button("ghost", say("ticket", { number: one }), () => openTicket(one)));
    head.append(button("ghost", say("step_in"), async () => { try { openTicket((await ask(`/messages/${number}/take`, {})).ticket); } catch (error) { alertIn(head, error); } }));
    box.replaceChildren(head, lines);
    const kept = open;
    for (const one of told.messages) { const line = drawMessage(one); const fix = line.querySelector(".fix"); if (fix) fix.replaceWith(button("fix", say("correct"), () => correct(one, told.messages))); if (one.number === number) line.id = "hit"; lines.append(line); }
    open = kept;
    $("hit")?.scrollIntoView({ block: "center" });
  }

  async function drawMacros(box) {
    const { macros, languages } = await ask("/macros");
    if (view !== "macros") return;
    box.replaceChildren();
    if (!macros.length) box.append(el("div", "bare", say("no_macros")));
    const form = el("form", "fields"), name = el("input", "", "", { maxLength: 60, required: true }), fields = new Map(), wrong = el("p", "wrong", "", { role: "alert" });
    const labelled = (text, field) => { const one = el("label", "", text); one.append(field); return one; };
    for (const one of macros) {
      const made = el("section", "box"), row = el("div", "row");
      made.append(el("h2", "", one.name), ...Object.entries(one.texts).map(([code, text]) => el("p", "", `${languages[code] ?? code}: ${text}`)), row);
      if (me.leads) row.append(button("ghost", say("edit"), () => { name.value = one.name; for (const [code, field] of fields) field.value = one.texts[code] ?? ""; name.focus(); }), button("ghost no", say("remove"), async () => { await ask("/macros/remove", { name: one.name, texts: {} }); drawMacros(box); }));
      box.append(made);
    }
    if (!me.leads) return;
    form.append(labelled(say("macro_name"), name));
    for (const [code, told] of Object.entries(languages)) { const field = el("textarea", "", "", { rows: 3, maxLength: 4000, lang: code }); fields.set(code, field); form.append(labelled(told, field)); }
    form.append(el("p", "soft", me.words.macro_hint), wrong, el("button", "act", say("save"), { type: "submit" }));
    form.addEventListener("submit", async (event) => { event.preventDefault(); try { await ask("/macros", { name: name.value, texts: Object.fromEntries([...fields].map(([code, field]) => [code, field.value])) }); drawMacros(box); } catch (error) { wrong.textContent = error.message; } });
    box.append(el("h2", "heading", say("new_macro")), form);
  }

  // Views and keys ------------------------------------------------------------------------------------------------
  function drawView() {
    const box = $("view");
    box.replaceChildren();
    for (const one of $("views").querySelectorAll("button")) one.dataset.view === view ? one.setAttribute("aria-current", "page") : one.removeAttribute("aria-current");
    const draw = { queue: drawQueue, search: drawSearch, corrections: drawCorrections, macros: drawMacros }[view];
    Promise.resolve(draw(box)).catch((error) => box.replaceChildren(el("div", "bare", error.message)));
  }
  function show(pane) { $("panes").dataset.show = pane; }
  function step(by) {
    const all = [...$("view").querySelectorAll("[data-ticket]")], at = all.findIndex((one) => Number(one.dataset.ticket) === open?.number);
    const next = all[at + by] ?? all[at < 0 ? 0 : at];
    if (next && Number(next.dataset.ticket) !== open?.number) openTicket(Number(next.dataset.ticket));
  }

  function pressed(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && open && !$("correcting").open) { event.preventDefault(); compose(); }
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "e" && open?.suggestion) { event.preventDefault(); edit(); }
    else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) { event.preventDefault(); step(event.key === "ArrowDown" ? 1 : -1); }
  }

  async function start() {
    me = await ask("/me");
    document.addEventListener("keydown", pressed);
    $("views").addEventListener("click", (event) => { const one = event.target.closest("[data-view]"); if (one) { view = one.dataset.view; show("list"); drawView(); } });
    $("sides").addEventListener("click", (event) => { const one = event.target.closest("[data-side]"); if (one) { side = one.dataset.side; drawSide(); } });
    $("composer").addEventListener("submit", (event) => { event.preventDefault(); compose(); });
    $("words").addEventListener("input", changed);
    $("lines").addEventListener("scroll", () => { const box = $("lines"); if (open) open.pinned = box.scrollHeight - box.scrollTop - box.clientHeight < 60; });
    new ResizeObserver(toEnd).observe($("lines"));
    $("correction").addEventListener("submit", propose);
    $("correction-no").addEventListener("click", () => $("correcting").close());
    $("to-list").addEventListener("click", () => show("list"));
    $("to-talk").addEventListener("click", () => show("talk"));
    $("to-side").addEventListener("click", () => show($("panes").dataset.show === "side" ? "talk" : "side"));
    $("sign-out").addEventListener("click", async () => { await keepDraft(); await ask("/sign-out", {}); location.reload(); });
    $("language").addEventListener("click", async (event) => { const code = event.currentTarget.dataset.to; await keepDraft(); document.cookie = `daogou_console_language=${code}; path=/console; max-age=31536000; samesite=strict`; location.reload(); });
    window.addEventListener("pagehide", () => { if (open && $("words").value !== saved) fetch(`${API}/tickets/${open.number}/draft`, { method: "POST", keepalive: true, body: JSON.stringify({ text: $("words").value }), headers: { "content-type": "application/json", "x-daogou-guard": me.guard } }); });
    setInterval(() => { if (view === "queue" && !document.hidden) drawQueue(); }, 30000);
    watchQueue();
    countProposed().catch(() => {});
  }
  start().catch((error) => { $("lost").hidden = false; $("lost").textContent = error.message; });
})();
