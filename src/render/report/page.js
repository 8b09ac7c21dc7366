"use strict";
// Tables sort by a column when its heading is pressed, by mouse or by key. Without this the page is whole all the same.
for (const table of document.querySelectorAll("table.sorts")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    heading.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const down = heading.getAttribute("aria-sort") === "ascending";
      headings.forEach((other) => other.setAttribute("aria-sort", "none"));
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(table.tBodies[0], column, down ? -1 : 1);
    });
  });
}

function sort(body, column, direction) {
  const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
  const isNumber = (text) => text !== "" && isFinite(text);
  const order = (one, other) =>
    isNumber(one) && isNumber(other) ? one - other : one.localeCompare(other, undefined, { numeric: true });
  const rows = [...body.rows].map((row) => [key(row), row]);
  rows.sort(([one], [other]) => direction * order(one, other));
  body.append(...rows.map(([, row]) => row));
}
