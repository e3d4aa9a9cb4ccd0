// Helps with long lists to choose from: chooses all places of a region at once, says how many are chosen, and
// narrows a list down to what is typed. Without it the buttons post the form, and the list stands whole.
(() => {
  const status = document.getElementById("list-status");
  const regions = document.querySelectorAll("[data-region]");
  const find = document.getElementById("find");

  function count(region) {
    const boxes = [...region.querySelectorAll("input")];
    const chosen = boxes.filter((box) => box.checked).length;
    const said = region.querySelector("[data-chosen]");
    said.textContent = said.dataset.chosen.replace("{n}", chosen).replace("{m}", boxes.length);
    for (const button of region.querySelectorAll("[data-choose]"))
      button.disabled = chosen === (button.dataset.choose === "all" ? boxes.length : 0);
    return said.textContent;
  }

  for (const region of regions) {
    region.addEventListener("change", () => count(region));
    region.addEventListener("click", (event) => {
      const button = event.target.closest("[data-choose]");
      if (!button) return;
      event.preventDefault();
      for (const box of region.querySelectorAll("input")) box.checked = button.dataset.choose === "all";
      status.textContent = count(region);
      // The button that was pressed can do nothing more: the focus moves to the one that undoes it.
      region.querySelector("[data-choose]:not(:disabled)").focus();
    });
  }

  // Browsers bring back what was chosen when somebody comes back to a page.
  addEventListener("pageshow", () => regions.forEach(count));

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const lines = [...document.querySelectorAll("form .checkbox")];
  const isHidden = (line) => line.hidden;

  // What something is found by: its own name, and of a place those of its area and its region.
  function names(line) {
    const region = line.closest("[data-region]");
    const around = region ? [line.closest("fieldset").querySelector("legend"), region.querySelector("summary span")] : [];
    return plain([line, ...around].map((part) => part.textContent).join("\n"));
  }

  // Regions with something that was found are open while somebody seeks; afterwards they are as they were.
  function unfold(region, isFound) {
    if (find.value.trim()) {
      region.dataset.was ??= region.open;
      region.open ||= isFound;
    } else if (region.dataset.was) {
      region.open = region.dataset.was === "true";
      delete region.dataset.was;
    }
  }

  function narrow() {
    const sought = plain(find.value.trim());
    const found = new Set(lines.filter((line) => names(line).includes(sought)));
    // What is chosen stays in sight.
    for (const line of lines) line.hidden = !found.has(line) && !line.querySelector("input").checked;
    for (const region of regions) {
      for (const area of region.querySelectorAll("fieldset"))
        area.hidden = [...area.querySelectorAll(".checkbox")].every(isHidden);
      const places = [...region.querySelectorAll(".checkbox")];
      region.hidden = places.every(isHidden);
      const map = region.nextElementSibling;
      if (map?.matches("[data-map]")) map.hidden = region.hidden;
      unfold(region, places.some((place) => found.has(place)));
    }
    return sought && status.dataset.found.replace("{n}", found.size);
  }

  // It is said once the keys rest, so that nobody hears every letter.
  let rest;
  find?.addEventListener("input", () => {
    const said = narrow();
    clearTimeout(rest);
    rest = setTimeout(() => (status.textContent = said), 300);
  });
})();
