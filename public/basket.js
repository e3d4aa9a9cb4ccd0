// Changes lines of the basket in place: posts the form as a browser would, follows its answer to the page, and
// puts what the server rendered where the old stood. Whatever fails is left to the browser, which posts by itself.
(() => {
  const REGIONS = ["error-summary-slot", "basket", "basket-link"];
  const said = document.getElementById("basket-said");
  const under = new WeakSet();
  let last = Promise.resolve();

  const lines = () => [...document.querySelectorAll("#basket > ul > li")];
  const formsOf = (edition) =>
    [...document.querySelectorAll("#basket form")].filter((form) => form.elements.edition?.value === edition);

  // What was typed on other lines and not sent stays.
  function typed(edition) {
    const inputs = [...document.querySelectorAll("#basket input[id]")];
    return inputs.filter((input) => input.form.elements.edition.value !== edition && input.value !== input.defaultValue);
  }

  // The same button or question again; else the question of the same line; else the line that took its place.
  function focus(id, { words, edition, at }) {
    const forms = formsOf(edition);
    const buttons = forms.map((form) => form.querySelector("button"));
    const again = document.getElementById(id) ?? buttons.find((button) => button.textContent === words);
    const line = lines()[at] ?? lines().at(-1);
    const place = again ?? forms[0]?.querySelector("input[id]") ?? line?.querySelector("a") ?? document.getElementById("main-content");
    place.focus();
  }

  function show(page, was) {
    const fresh = REGIONS.map((id) => page.getElementById(id));
    const kept = typed(was.edition);
    // Whoever went on to another question while we waited stays there.
    const { id } = document.activeElement ?? {};
    for (const region of fresh) document.getElementById(region.id).innerHTML = region.innerHTML;
    // What was done before is old news; what was done now is said below.
    document.getElementById("done")?.remove();
    for (const { id, value } of kept) {
      const input = document.getElementById(id);
      if (input) input.value = value;
    }
    document.title = page.title;
    document.dispatchEvent(new CustomEvent("swapped", { detail: document.getElementById("basket") }));
    const summary = document.querySelector("[data-error-summary]");
    const isRefused = formsOf(was.edition).some((form) => form.querySelector("[aria-describedby$='-error']"));
    if (summary && isRefused) summary.focus();
    else focus(id, was);
    // The summary is an alert and says itself.
    said.textContent = summary ? "" : page.getElementById("basket").dataset.said;
  }

  async function post(form, body, was) {
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok) throw new Error(`the answer is ${answer.status}`);
    if (new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), was);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("#basket form[action^='/do/basket/']")) return;
    event.preventDefault();
    // A form is sent once; several forms, one after the other, as each answer shows what came before it.
    if (under.has(form)) return;
    under.add(form);
    said.textContent = "";
    const was = {
      words: event.submitter?.textContent,
      edition: form.elements.edition.value,
      at: lines().indexOf(form.closest("li")),
    };
    const body = new URLSearchParams(new FormData(form));
    last = last
      .then(() => post(form, body, was))
      .catch(() => {
        form.hidden = true;
        if (!form.isConnected) document.body.append(form);
        form.submit();
      });
  });
})();
