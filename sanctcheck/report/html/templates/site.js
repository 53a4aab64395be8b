"use strict";
(() => {
  const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const show = (element, isShown) => { if (element.hidden === isShown) element.hidden = !isShown; };

  // Tables whose heads sort them: each head becomes a button, and says in which order its column stands.
  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isRising = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", isRising ? "ascending" : "descending");
        const sign = isRising ? 1 : -1;
        for (const body of table.tBodies) {
          const rows = [...body.rows].map((row) => [keyOf(row.cells[column]), row]);
          rows.sort(([one], [other]) => sign * compared(one, other));
          body.append(...rows.map(([, row]) => row));
        }
      });
    });
  }
  function keyOf(cell) {
    const text = cell.dataset.sort ?? cell.textContent.trim();
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
  }
  const inWords = new Intl.Collator("en", { numeric: true }).compare;
  function compared(one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    return inWords(String(one), String(other));
  }

  // Filters: words that all have to be there, and one choice for each thing that rows say of themselves.
  function filtering(form) {
    const table = document.getElementById(form.dataset.table);
    const count = form.querySelector(".count");
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const selects = [...form.querySelectorAll("select")];
    for (const select of selects) {
      const values = new Set(rows.flatMap((row) => valuesOf(row, select.name)));
      for (const value of [...values].sort(inWords)) select.append(new Option(value, value));
      if (values.size < 2) select.closest("label").hidden = true;
    }
    function valuesOf(row, name) {
      return (row.dataset[name] ?? "").split("|").filter(Boolean);
    }
    function apply() {
      const wanted = wordsOf(form.elements.words.value);
      let left = 0;
      for (const row of rows) {
        const isLeft = wanted.every((word) => texts.get(row).includes(word))
          && selects.every((select) => !select.value || valuesOf(row, select.name).includes(select.value));
        show(row, isLeft);
        left += isLeft ? 1 : 0;
      }
      count.textContent = `${left} of ${rows.length} rows`;
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply)); // fields are set back behind this event
    form.hidden = false;
    apply();
    const asked = new URLSearchParams(location.hash.slice(1)).get("words");
    if (asked && form.dataset.table === "everything") {
      form.elements.words.value = asked;
      apply();
    }
  }

  // The comparison: regimes, families and days are chosen; two days show what turned between them.
  function comparing(form, table) {
    const byId = (id) => document.getElementById(id);
    const [words, day, other] = ["words", "day", "other"].map(byId);
    const [differing, changed, count] = ["differing", "changed", "count"].map(byId);
    const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
    const regimes = boxes("regime");
    const families = boxes("family");
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const groups = [...table.tBodies].map((body) => {
      const [title, ...rows] = body.rows;
      const box = families.find((each) => each.value === body.dataset.family);
      return { body, title: title.cells[0], box, rows: rows.map(rowOf) };
    });
    const total = groups.reduce((sum, group) => sum + group.rows.length, 0);

    function rowOf(element) {
      const [head, ...cells] = element.cells;
      return { element, text: head.textContent.toLowerCase(), cells: cells.map(cellOf) };
    }
    function cellOf(element) {
      const versions = [...element.querySelectorAll(".v")].map((each) => ({
        each,
        since: each.dataset.f ?? "",
        until: each.dataset.u ?? "9999",
        value: each.firstElementChild.textContent,
      }));
      return { element, versions, none: element.querySelector(".none") };
    }
    const on = (cell, date) => cell.versions.find((each) => each.since <= date && date <= each.until);

    // Shows what a cell says on the day, and on the other; returns its value, and whether it turned.
    function turn(cell, date, beside) {
      const now = on(cell, date);
      const then = beside ? on(cell, beside) : now;
      const hasTurned = Boolean(beside) && now?.value !== then?.value;
      for (const version of cell.versions) {
        show(version.each, version === now || (hasTurned && version === then));
        version.each.querySelector(".on")?.remove();
      }
      if (hasTurned) {
        for (const [version, when] of [[now, date], [then, beside]]) {
          if (version) version.each.prepend(label(`on ${when}`));
        }
      }
      const isMissing = !now || (hasTurned && !then);
      if (isMissing && !cell.none) {
        cell.none = document.createElement("span");
        cell.none.className = "none";
        (cell.element.firstElementChild ?? cell.element).append(cell.none);
      }
      if (cell.none) {
        show(cell.none, isMissing);
        const when = hasTurned ? ` on ${now ? beside : date}` : "";
        cell.none.textContent = `not in force${when}`;
      }
      cell.element.classList.toggle("turned", hasTurned);
      return { value: now?.value ?? null, hasTurned };
    }
    function label(text) {
      const made = document.createElement("span");
      made.className = "on";
      made.textContent = text;
      return made;
    }

    function apply() {
      const wanted = wordsOf(words.value);
      const date = day.value || form.dataset.day;
      const beside = other.value && other.value !== date ? other.value : "";
      const isShown = regimes.map((box) => box.checked);
      const columns = isShown.filter(Boolean).length;
      let left = 0;
      let turned = 0;
      heads.forEach((head, index) => show(head, isShown[index]));
      for (const group of groups) {
        let inGroup = 0;
        for (const row of group.rows) {
          const said = row.cells.map((cell) => turn(cell, date, beside)).filter((_, index) => isShown[index]);
          const turns = said.filter((each) => each.hasTurned).length;
          const isLeft = (!group.box || group.box.checked)
            && wanted.every((word) => row.text.includes(word))
            && (!differing.checked || new Set(said.map((each) => each.value)).size > 1)
            && (!changed.checked || turns > 0);
          show(row.element, isLeft);
          row.cells.forEach((cell, index) => show(cell.element, isShown[index]));
          inGroup += isLeft ? 1 : 0;
          turned += isLeft ? turns : 0;
        }
        show(group.body, inGroup > 0);
        group.title.colSpan = columns + 1;
        left += inGroup;
      }
      document.body.classList.toggle("wide", columns > Number(form.dataset.columnsOnASheet));
      const between = beside ? `, ${turned} ${turned === 1 ? "cell" : "cells"} changed between ${[date, beside].sort().join(" and ")}` : "";
      count.textContent = `${left} of ${total} standards, ${columns} of ${regimes.length} regimes, law on ${date}${between}`;
    }
    function keep() {
      const kept = new URLSearchParams();
      if (words.value.trim()) kept.set("words", words.value.trim());
      if (day.value && day.value !== form.dataset.day) kept.set("day", day.value);
      if (other.value) kept.set("beside", other.value);
      if (differing.checked) kept.set("differing", "yes");
      if (changed.checked) kept.set("changed", "yes");
      for (const [name, list] of [["regimes", regimes], ["families", families]]) {
        if (!list.every((box) => box.checked)) kept.set(name, list.filter((box) => box.checked).map((box) => box.value).join(" "));
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
      day.value = kept.get("day") ?? form.dataset.day;
      other.value = kept.get("beside") ?? "";
      differing.checked = kept.get("differing") === "yes";
      changed.checked = kept.get("changed") === "yes";
      choose(regimes, kept.get("regimes"));
      choose(families, kept.get("families"));
      apply();
    }
    function edited() {
      apply();
      keep();
    }
    form.addEventListener("input", edited);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(edited)); // fields are set back behind this event
    form.addEventListener("click", (event) => {
      const { check } = event.target.dataset;
      if (!check) return;
      for (const box of boxes(check)) box.checked = event.target.value === "all";
      edited();
    });
    addEventListener("hashchange", restore);
    form.querySelector("details").open = matchMedia("(min-width: 40rem)").matches;
    form.hidden = false;
    restore();
  }

  document.querySelectorAll("table.list").forEach(sortable);
  document.querySelectorAll("form.filter").forEach(filtering);
  const form = document.getElementById("comparing");
  if (form) comparing(form, document.getElementById("comparison"));
})();
