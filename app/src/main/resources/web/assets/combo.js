// Type-ahead. Without it these are plain fields of text, which the server reads the same way.
const begin = box => {
  if (box.role) return;
  const list = box.nextElementSibling, told = list.nextElementSibling, all = list.children;
  let asked = 0, at;
  const mark = to => {
    for (const one of all) one.ariaSelected = false;
    const one = all[at = to];
    if (one) Object.assign(one, { id: list.id + to, ariaSelected: true }).scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", one ? one.id : "");
  };
  const show = open => { asked++; list.hidden = !open; box.ariaExpanded = open; mark(-1); };
  const pick = one => { if (one) { box.value = one.dataset.value; show(false); } };
  const ask = async wait => {
    const mine = ++asked;
    await new Promise(done => setTimeout(done, wait));
    const reply = mine === asked && await fetch(box.dataset.combo + "&q=" + encodeURIComponent(box.value)).catch(() => 0);
    const text = reply.ok && await reply.text();
    if (mine !== asked || !reply.ok) return;
    list.innerHTML = text;
    show(all.length > 0);
    told.textContent = box.dataset[all.length ? "found" : "none"].replace("%s", all.length);
  };
  const step = by => list.hidden ? ask(0) : mark((at + by + all.length) % all.length);
  const keys = { ArrowDown: () => step(1), ArrowUp: () => step(at < 0 ? 0 : -1), Enter: () => pick(all[at]), Escape: () => show(false) };
  Object.assign(box, { role: "combobox", onblur: keys.Escape, oninput: () => ask(120) });
  box.onkeydown = event => {
    if (!keys[event.key] || list.hidden && event.key[0] === "E" || event.key === "Enter" && at < 0) return;
    event.preventDefault();
    keys[event.key]();
  };
  list.onmousedown = event => event.preventDefault();
  list.onclick = event => pick(event.target.closest("li"));
  show(false);
};
const look = root => root.querySelectorAll("[data-combo]").forEach(begin);
look(document);
document.body.addEventListener("htmx:load", event => look(event.detail.elt));
