"use strict";
(() => {
  for (const form of document.querySelectorAll("form.survey-filter")) {
    const table = document.getElementById(form.dataset.table);
    const rows = [...table.tBodies[0].rows].map((element) => ({
      element,
      cells: [...element.cells].map((cell) => cell.textContent),
      text: element.textContent.toLowerCase(),
    }));
    const at = Number(table.dataset.stateColumn);
    const words = form.elements.namedItem("words");
    const state = form.elements.namedItem("state");
    const count = form.querySelector(".count");

    const apply = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let left = 0;
      for (const row of rows) {
        const of = !state || !state.value || row.cells[at].split(", ").includes(state.value);
        const isShown = of && wanted.every((word) => row.text.includes(word));
        row.element.hidden = !isShown;
        left += isShown ? 1 : 0;
      }
      count.textContent = `${left} of ${rows.length} rows`;
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
    sortable(table, rows);
  }

  function sortable(table, rows) {
    [...table.tHead.rows[0].cells].forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const order = new Intl.Collator("en", { numeric: true });
        rows.sort((a, b) => order.compare(a.cells[index], b.cells[index]) * (down ? -1 : 1));
        table.tBodies[0].append(...rows.map((row) => row.element));
      });
    });
  }
})();
