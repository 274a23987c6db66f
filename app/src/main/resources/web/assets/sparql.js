// Makes the editor comfortable and shows how long a query runs; everything works without it.
const form = document.getElementById("sparql");
const field = document.getElementById("query");
const stop = document.getElementById("stop");
const clock = document.getElementById("clock");
const result = document.getElementById("result");
let editor = null;
const load = element => new Promise((onload, onerror) => document.head.append(Object.assign(element, { onload, onerror })));
try {
  // the editor measures itself, so its styles have to be there first
  await load(Object.assign(document.createElement("link"), { rel: "stylesheet", href: form.dataset.style }));
  await load(Object.assign(document.createElement("script"), { src: form.dataset.editor }));
  const Yasqe = window.Yasqe;
  // else it asks a stranger's site for prefixes
  Yasqe.defaults.autocompleters = [];
  const place = document.createElement("div");
  field.after(place);
  editor = new Yasqe(place, { value: field.value, persistenceId: null, showQueryButton: false, resizeable: false, createShareableLink: null, consumeShareLink: null, collapsePrefixesOnLoad: false, viewportMargin: Infinity, extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": () => form.requestSubmit() } });
  editor.setValue(field.value);
  editor.getInputField().setAttribute("aria-labelledby", "query-name");
  form.querySelector("label").id = "query-name";
  const scroll = place.querySelector(".CodeMirror-scroll");
  scroll.tabIndex = 0; // long queries are read by keyboard too
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-labelledby", "query-name");
  field.hidden = true;
} catch { /* the plain field stays */ }
form.addEventListener("submit", async event => {
  event.preventDefault();
  if (editor) field.value = editor.getValue();
  const leave = new AbortController();
  const began = Date.now();
  const tell = () => { clock.textContent = form.dataset.running.replace("%s", Math.round((Date.now() - began) / 1000)); };
  const ticking = setInterval(tell, 1000);
  stop.hidden = false;
  stop.onclick = () => leave.abort();
  document.getElementById("errors")?.remove();
  tell();
  try {
    const reply = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "HX-Request": "true", Accept: "text/html" }, signal: leave.signal });
    const text = await reply.text();
    if (reply.ok || reply.status === 422) {
      result.innerHTML = text;
      clock.textContent = "";
    } else {
      clock.textContent = form.dataset.failed;
    }
    result.focus();
  } catch (wrong) {
    clock.textContent = wrong.name === "AbortError" ? form.dataset.stopped : form.dataset.failed;
  } finally {
    clearInterval(ticking);
    stop.hidden = true;
  }
});
