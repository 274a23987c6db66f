// Opens the browser's own print dialogue; without script the browser's menu does the same.
const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
