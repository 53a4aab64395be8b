"use strict";
(() => {
  const form = document.getElementById("filter");
  const table = document.getElementById("comparison");
  if (!table) return;
  const count = document.getElementById("count");
  const words = document.getElementById("words");
  const differing = document.getElementById("differing");
  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const regimes = boxes("regime");
  const families = boxes("family");
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const groups = [...table.tBodies].map((body, index) => {
    const [title, ...rows] = body.rows;
    return { body, title: title.cells[0], box: families[index], rows: rows.map(rowOf) };
  });
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);

  function rowOf(element) {
    const [head, ...cells] = element.cells;
    return { element, cells, text: head.textContent.toLowerCase(), kinds: cells.map((cell) => cell.dataset.kind) };
  }

  function show(element, isShown) {
    if (element.hidden === isShown) element.hidden = !isShown;
  }

  function isWanted(row, wanted, isShown) {
    if (!wanted.every((word) => row.text.includes(word))) return false;
    return !differing.checked || new Set(row.kinds.filter((_, index) => isShown[index])).size > 1;
  }

  function apply() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isShown = regimes.map((box) => box.checked);
    const columns = isShown.filter(Boolean).length;
    let left = 0;
    heads.forEach((head, index) => show(head, isShown[index]));
    for (const group of groups) {
      let inGroup = 0;
      for (const row of group.rows) {
        const isLeft = group.box.checked && isWanted(row, wanted, isShown);
        show(row.element, isLeft);
        row.cells.forEach((cell, index) => show(cell, isShown[index]));
        inGroup += isLeft ? 1 : 0;
      }
      show(group.body, inGroup > 0);
      group.title.colSpan = columns + 1;
      left += inGroup;
    }
    document.body.classList.toggle("wide", columns > Number(form.dataset.columnsOnASheet));
    count.textContent = `${left} of ${total} standards, ${columns} of ${regimes.length} regimes`;
  }

  function chosen(list) {
    return list.filter((box) => box.checked).map((box) => box.value);
  }

  function keep() {
    const kept = new URLSearchParams();
    if (words.value.trim()) kept.set("words", words.value.trim());
    if (differing.checked) kept.set("differing", "yes");
    for (const [name, list] of [["regimes", regimes], ["families", families]]) {
      if (!list.every((box) => box.checked)) kept.set(name, chosen(list).join(" "));
    }
    history.replaceState(null, "", `#${kept}`);
  }

  function choose(list, names) {
    const known = names === null ? [] : names.split(" ").filter((name) => list.some((box) => box.value === name));
    const isAll = names === null || (names !== "" && known.length === 0);
    for (const box of list) box.checked = isAll || known.includes(box.value);
  }

  function restore() {
    const fragment = location.hash.slice(1);
    if (fragment && !fragment.includes("=")) return; // the address of a place on the page, not a filter
    const kept = new URLSearchParams(fragment);
    words.value = kept.get("words") ?? "";
    differing.checked = kept.get("differing") === "yes";
    choose(regimes, kept.get("regimes"));
    choose(families, kept.get("families"));
    apply();
  }

  function changed() {
    apply();
    keep();
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed)); // the boxes are set back behind this event
  form.addEventListener("click", (event) => {
    const { check } = event.target.dataset;
    if (!check) return;
    for (const box of boxes(check)) box.checked = event.target.value === "all";
    changed();
  });
  addEventListener("hashchange", restore);
  document.getElementById("controls").open = matchMedia("(min-width: 40rem)").matches;
  form.hidden = false;
  restore();
})();
