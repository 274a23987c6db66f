// Swagger UI on request: to try operations out; the list of operations is there without it.
const button = document.getElementById("try");
const state = document.getElementById("try-state");
button.hidden = false;
// Swagger UI brings colours of its own for the dark, under a class of the whole page.
const preferred = matchMedia("(prefers-color-scheme: dark)");
const paint = () => {
  const chosen = document.documentElement.dataset.theme;
  document.documentElement.classList.toggle("dark-mode", chosen ? chosen === "dark" : preferred.matches);
};
button.addEventListener("click", () => {
  button.disabled = true;
  state.textContent = button.dataset.loading;
  paint();
  document.addEventListener("themechange", paint);
  preferred.addEventListener("change", paint);
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: button.dataset.style });
  const script = Object.assign(document.createElement("script"), { src: button.dataset.script });
  script.onload = () => {
    const place = document.getElementById("swagger");
    place.hidden = false;
    window.SwaggerUIBundle({
      url: "/openapi", domNode: place, docExpansion: "none", defaultModelsExpandDepth: -1, validatorUrl: null, filter: true, deepLinking: false,
      requestInterceptor: request => { request.headers["X-CSRF-Token"] = document.body.dataset.csrf; return request; },
      onComplete: () => { state.textContent = ""; document.getElementById("operations").hidden = true; },
    });
  };
  script.onerror = () => { state.textContent = button.dataset.failed; button.disabled = false; };
  document.head.append(style, script);
});
