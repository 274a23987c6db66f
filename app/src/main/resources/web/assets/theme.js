// Before anything is drawn: the theme that was chosen on this browser; else what the system prefers.
(() => {
  try {
    const chosen = localStorage.getItem("shuqi-theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch { /* a browser that keeps nothing follows the system */ }
})();
