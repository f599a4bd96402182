/**
 * Table: the same numbers as the bars, to be read; made when it is opened. Gives what makes it anew, should it be open.
 */
function numbersTable(root, read, ending) {
  const button = make("button", "strip-numbers", root, "Numbers"), sheet = make("div", "strip-table", root);
  button.type = "button";
  button.title = "Numbers of events by month";
  sheet.id = `strip-table${ending}`;
  sheet.popover = "auto";
  sheet.tabIndex = 0;
  sheet.setAttribute("role", "region");
  sheet.setAttribute("aria-label", "Events begun in each month, by kind");
  button.popoverTargetElement = sheet;
  sheet.addEventListener("beforetoggle", ({newState}) => { if (newState === "open") fillTable(sheet, read()); });
  sheet.addEventListener("toggle", ({newState}) => (newState === "open" ? sheet : button).focus());
  return () => { if (sheet.matches(":popover-open")) fillTable(sheet, read()); };
}

function fillTable(sheet, months) {
  const kinds = look.kinds.map((kind, k) => ({...kind, k})).filter(({k}) => months.some((row) => row[k + 1]));
  const table = document.createElement("table"), head = make("tr", "", make("thead", "", table)), body = make("tbody", "", table);
  make("caption", "", table, "Events begun in each month, under all filters but the dates");
  for (const name of ["Month", ...kinds.map(({many}) => many), "All"]) make("th", "", head, name).scope = "col";
  for (const row of months) {
    const line = make("tr", "", body);
    make("th", "", line, shortMonth(row[0])).scope = "row";
    for (const {id, k} of kinds) countCell(line, row[0], row[k + 1], id);
    countCell(line, row[0], total(row));
  }
  sheet.replaceChildren(table);
}

/** A number leads to the list of the events that it counts: those begun in that month, whatever the dates shown. */
function countCell(line, month, n, kind) {
  const cell = make("td", "", line, n ? "" : "–");
  if (!n) return;
  const link = make("a", "num", cell, n), begun = isoDay(firstOf(month)).slice(0, 7);
  link.href = "./events";
  link.dataset.carry = new URLSearchParams({from: "", to: "", begun, ...(kind && {kind})});
}
