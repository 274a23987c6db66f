// Draws the whole graph; the matrix and the table hold the same without it.
const place = document.getElementById("graph");
const state = document.getElementById("graph-state");
const load = address => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
});
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const style = () => [
  { selector: "node", style: { label: "data(name)", "font-size": 11, color: colour("--ink"), "background-color": colour("--blue"), width: 14, height: 14, "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "wrap", "text-max-width": 110, "text-background-color": colour("--ground"), "text-background-opacity": .85 } },
  { selector: "edge", style: { width: "mapData(count, 1, 20, 1, 6)", "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier" } },
];
try {
  state.textContent = state.dataset.drawing;
  for (const address of place.dataset.scripts.split(" ")) await load(address);
  const reply = await fetch(place.dataset.from, { headers: { Accept: "application/json" } });
  if (!reply.ok) throw new Error(reply.status);
  const { nodes, edges } = await reply.json();
  const graph = window.cytoscape({
    container: place,
    elements: [...nodes.map(data => ({ data })), ...edges.map(data => ({ data }))],
    style: style(),
    layout: { name: "fcose", quality: "default", animate: false, randomize: true, nodeSeparation: 160, idealEdgeLength: 140, nodeDimensionsIncludeLabels: true, fit: true, padding: 40 },
    minZoom: .2, maxZoom: 4,
  });
  graph.on("tap", "node, edge", tap => { location.href = tap.target.data("href"); });
  const again = () => graph.style(style());
  document.addEventListener("themechange", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  const tools = document.getElementById("graph-tools");
  tools.hidden = false;
  tools.addEventListener("click", click => {
    const by = Number(click.target.dataset?.zoom ?? NaN);
    if (Number.isNaN(by)) return;
    if (by === 0) graph.fit(undefined, 40);
    else graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: place.clientWidth / 2, y: place.clientHeight / 2 } });
  });
  state.textContent = state.dataset.drawn;
} catch {
  state.textContent = state.dataset.failed;
}
