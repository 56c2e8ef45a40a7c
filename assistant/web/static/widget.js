/* Puts the shop's assistant on any page: <script src="https://the-shop/widget.js" async></script> */
(() => {
  "use strict";
  const script = document.currentScript, host = new URL(script.src).origin;
  if (window.daogouWidget) return;
  window.daogouWidget = true;
  const own = location.origin, parts = (site) => site.replace(/\/+$/, "").split("*");
  const named = (site) => site === "*" || parts(site).length > 1 ? own.startsWith(parts(site)[0]) && own.endsWith(parts(site)[1]) : own === parts(site)[0];
  if (own !== host && !"%sites%".split(" ").some((site) => site && named(site))) {
    console.warn(`The shop at ${host} does not name this site. Its operator may add "${own}" to frame_sites in settings.toml and start it again.`);
    return;
  }
  const side = script.dataset.side === "left" ? "left" : "right";
  const box = document.createElement("div"), root = box.attachShadow({ mode: "open" });
  root.innerHTML = `<style>
:host{all:initial}
button{position:fixed;${side}:20px;bottom:20px;width:58px;height:58px;border:0;border-radius:50%;background:#0f766e;color:#fff;box-shadow:0 8px 24px rgba(10,20,30,.28);cursor:pointer;z-index:2147483646;display:grid;place-items:center}
button:hover{background:#0b5f59}button:focus-visible{outline:3px solid #4fd1c1;outline-offset:3px}
iframe{position:fixed;${side}:20px;bottom:90px;width:min(420px,calc(100vw - 24px));height:min(680px,calc(100vh - 110px));border:1px solid rgba(120,130,145,.35);border-radius:18px;box-shadow:0 18px 50px rgba(10,20,30,.3);background:#f6f7fa;z-index:2147483647;color-scheme:normal}
iframe[hidden]{display:none}
@media (max-width:520px){iframe{${side}:0;bottom:0;width:100vw;height:calc(100dvh - 84px);border-radius:18px 18px 0 0}}
</style>`;
  const button = document.createElement("button"), frame = document.createElement("iframe");
  button.type = "button";
  button.innerHTML = '<svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z"/><path d="M9 11h.01M13 11h.01M17 11h.01"/></svg>';
  frame.title = "%title%";
  frame.hidden = true;
  frame.referrerPolicy = "origin";
  const tell = () => {
    button.setAttribute("aria-expanded", String(!frame.hidden));
    button.setAttribute("aria-label", frame.hidden ? "%open%" : "%close%");
  };
  const toggle = () => {
    if (!frame.src) frame.src = host + "/widget";
    frame.hidden = !frame.hidden;
    tell();
    if (!frame.hidden) frame.focus();
  };
  button.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !frame.hidden) { toggle(); button.focus(); } });
  tell();
  root.append(frame, button);
  const place = () => document.body.append(box);
  document.body ? place() : document.addEventListener("DOMContentLoaded", place);
})();
