// Suggests publications below a search box while somebody types. The box stays a plain form: Enter searches,
// unless a suggestion was chosen with the arrow keys. The server renders the list.
(() => {
  const { from } = document.currentScript.dataset;
  const input = document.getElementById("q");
  const below = document.getElementById("suggestions");
  const said = document.getElementById("suggested");
  let chosen = -1;
  let timer;
  let request;

  const options = () => [...below.querySelectorAll("[role=option]")];

  function choose(at) {
    chosen = at;
    const all = options();
    all.forEach((option, place) => option.setAttribute("aria-selected", place === at));
    if (all[at]) {
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function show(open) {
    below.hidden = !open;
    input.setAttribute("aria-expanded", open);
    choose(-1);
  }

  // Whatever was still to come belongs to what was typed before.
  function forget() {
    clearTimeout(timer);
    request?.abort();
    show(false);
  }

  async function ask() {
    // All the form asks for: some boxes search one programme only.
    const asked = new URLSearchParams(new FormData(input.form));
    request = new AbortController();
    const { signal } = request;
    const answer = await fetch(`${from}?${asked}`, { signal });
    if (!answer.ok) return show(false);
    const html = await answer.text();
    if (signal.aborted) return;
    below.innerHTML = html;
    said.textContent = below.firstElementChild?.dataset.count ?? "";
    show(options().length > 0);
  }

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "suggestion-list");
  show(false);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    request?.abort();
    // What was chosen belongs to what was typed before.
    choose(-1);
    if (!input.value.trim()) {
      said.textContent = "";
      below.replaceChildren();
      return forget();
    }
    // Without an answer nothing is suggested; the form works by itself.
    timer = setTimeout(() => ask().catch((error) => error.name === "AbortError" || show(false)), 150);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const all = options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      if (below.hidden) show(true);
      // One place more than there are options: the box itself.
      const places = all.length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === "Escape" && !below.hidden) {
      event.preventDefault();
      forget();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(all[chosen].dataset.href);
    }
  });

  input.addEventListener("blur", forget);
  // The box keeps the focus while a suggestion is pressed, else the list would be gone before the click.
  below.addEventListener("mousedown", (event) => event.preventDefault());
  below.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
})();
