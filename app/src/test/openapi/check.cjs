// Reads what newman reports of a run: how many requests, and which were answered as no client should ever see.
const report = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
const executions = report.run.executions;
const byStatus = {};
const faults = [];
for (const one of executions) {
  const status = one.response ? one.response.code : 0;
  byStatus[status] = (byStatus[status] || 0) + 1;
  if (status === 0 || (status >= 500 && status !== 503)) {
    faults.push(`${status} ${one.request.method} /${(one.request.url.path || []).join("/")} (${one.item.name})`);
  }
}
console.log(`${executions.length} requests, by status: ${JSON.stringify(byStatus)}`);
faults.slice(0, 50).forEach((fault) => console.log(fault));
process.exit(faults.length === 0 && executions.length > 100 ? 0 : 1);
