// What makes every page quicker. All of it works without.
const root = document.documentElement;
const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

const theme = document.getElementById("theme");
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("shuqi-theme", root.dataset.theme); } catch { /* for this page only */ }
    document.dispatchEvent(new CustomEvent("themechange"));
  });
}

for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// A form that came back with errors shows them first.
document.querySelector("[data-focus]")?.focus();

// The token of the session goes with whatever htmx sends.
document.body.addEventListener("htmx:configRequest", event => {
  event.detail.headers["X-CSRF-Token"] = document.body.dataset.csrf;
});

// Parts that take long say so.
const busy = document.getElementById("busy");
let waiting = [];
const rest = () => { waiting.forEach(clearTimeout); waiting = []; busy.className = "busy"; busy.textContent = ""; };
const slow = asked => {
  const stop = document.createElement("button");
  Object.assign(stop, { type: "button", textContent: busy.dataset.stop, onclick: () => window.htmx.trigger(asked, "htmx:abort") });
  busy.replaceChildren(busy.dataset.slow + " ", stop);
};
document.body.addEventListener("htmx:beforeRequest", event => {
  rest();
  waiting = [
    setTimeout(() => busy.classList.add("on"), 300),
    setTimeout(() => { busy.textContent = busy.dataset.loading; }, 1000),
    setTimeout(() => slow(event.detail.elt), 8000)];
});
for (const over of ["htmx:afterRequest", "htmx:sendError", "htmx:timeout", "htmx:xhr:abort"]) document.body.addEventListener(over, rest);
// A refusal is shown where the answer would have been, not thrown away.
document.body.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
});

// Keys: / search, ? help, j and k along a list. Off while somebody types, and off for good in the settings of the browser.
document.addEventListener("keydown", event => {
  let on = true;
  try { on = localStorage.getItem("shuqi-keys") !== "off"; } catch { /* on */ }
  if (event.ctrlKey && event.key === "Enter" && event.target.form) { event.target.form.requestSubmit(); return; }
  if (!on || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input,textarea,select,[contenteditable=true],.CodeMirror")) return;
  if (event.key === "/") { event.preventDefault(); document.getElementById("find")?.focus(); }
  if (event.key === "?") location.assign("/help");
  if (event.key === "j" || event.key === "k") {
    const links = [...document.querySelectorAll("main tbody tr td:first-child a, main .rows a.row")];
    if (!links.length) return;
    const at = links.indexOf(document.activeElement) + (event.key === "j" ? 1 : -1);
    links[Math.max(0, Math.min(links.length - 1, at))].focus();
  }
});

// Print shows what is folded.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(one => { one.dataset.was = one.open; one.open = true; }));
addEventListener("afterprint", () => document.querySelectorAll("details").forEach(one => { one.open = one.dataset.was === "true"; }));

const off = document.querySelector("[data-keys]");
if (off) {
  try { off.checked = localStorage.getItem("shuqi-keys") === "off"; } catch { off.disabled = true; }
  off.addEventListener("change", () => localStorage.setItem("shuqi-keys", off.checked ? "off" : "on"));
}
