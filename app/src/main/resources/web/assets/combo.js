// Fields with type-ahead. Without this they are plain fields of text that the server reads the same way.
const begin = box => {
  if (box.dataset.on) return;
  box.dataset.on = "1";
  const list = document.createElement("ul");
  const told = document.createElement("span");
  Object.assign(list, { id: box.id + "-list", hidden: true, className: "options" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.labels[0]?.textContent ?? "");
  told.className = "unseen";
  told.setAttribute("role", "status");
  box.after(list, told);
  const set = (name, value) => box.setAttribute("aria-" + name, value);
  box.setAttribute("role", "combobox");
  set("autocomplete", "list");
  set("expanded", "false");
  set("controls", list.id);
  let timer, asked = 0, at = -1;
  const options = () => [...list.children];
  const mark = to => {
    at = to;
    options().forEach((one, index) => one.setAttribute("aria-selected", index === at));
    if (at < 0) return box.removeAttribute("aria-activedescendant");
    set("activedescendant", options()[at].id);
    options()[at].scrollIntoView({ block: "nearest" });
  };
  const close = () => { list.hidden = true; set("expanded", "false"); mark(-1); };
  const pick = option => { box.value = option.dataset.value; close(); asked++; box.dispatchEvent(new Event("change", { bubbles: true })); };
  const ask = async () => {
    const mine = ++asked;
    const reply = await fetch(box.dataset.combo + "&q=" + encodeURIComponent(box.value)).catch(() => null);
    if (mine !== asked || !reply?.ok) return;
    const text = await reply.text();
    if (mine !== asked) return;
    list.innerHTML = text;
    options().forEach((one, index) => { one.id = list.id + "-" + index; });
    mark(-1);
    list.hidden = !options().length;
    set("expanded", String(!list.hidden));
    told.textContent = options().length ? box.dataset.found.replace("%s", options().length) : box.dataset.none;
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("keydown", event => {
    const count = options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else mark((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      pick(options()[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => { const option = event.target.closest("[role=option]"); if (option) pick(option); });
  box.addEventListener("blur", () => { clearTimeout(timer); asked++; close(); });
};
const all = root => root.querySelectorAll("input[data-combo]").forEach(begin);
all(document);
document.body.addEventListener("htmx:load", event => all(event.detail.elt));
