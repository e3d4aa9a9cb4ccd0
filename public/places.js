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
  find?.addEventListener("input", () => {
    const sought = plain(find.value.trim());
    let found = 0;
    for (const line of document.querySelectorAll("form .checkbox")) {
      const fits = plain(line.textContent).includes(sought);
      found += fits;
      // What is chosen stays in sight.
      line.hidden = !fits && !line.querySelector("input").checked;
    }
    status.textContent = sought && status.dataset.found.replace("{n}", found);
  });
})();
