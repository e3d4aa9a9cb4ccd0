// Brings the islands of a page to life once the browser has time: loads the WASM, then walks the
// document from the outside in, as an island's children may hold islands.
(() => {
  const { js, wasm } = document.currentScript.dataset;
  const parents = [];

  async function walk(node, islands) {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.tagName === "LEPTOS-ISLAND") {
      parents.at(-1)?.();
      await islands[node.dataset.component]?.(node);
    }
    const children = node.tagName === "LEPTOS-CHILDREN";
    if (children) parents.push(node.$$on_hydrate);
    for (const child of node.children) await walk(child, islands);
    if (children) parents.pop();
  }

  async function boot() {
    const islands = await import(js);
    await islands.default({ module_or_path: wasm });
    islands.hydrate();
    await walk(document.body, islands);
    document.documentElement.dataset.islands = "alive";
    // Islands that another script puts in come to life as well.
    document.addEventListener("swapped", ({ detail }) => walk(detail, islands));
  }

  // What stands in a page of the wizard is written down where it is not posted, too: when it is refused here, and
  // when it is left for another language.
  const wizard = document.querySelector("[action$='register/answer']");
  // What is under way gives way to what is newer.
  let under;
  function keep(then) {
    const body = new URLSearchParams(new FormData(wizard));
    body.set("then", then);
    under?.abort();
    under = new AbortController();
    const how = { method: "POST", body, keepalive: true, redirect: "manual", signal: under.signal };
    return fetch(wizard.action, how).catch(() => {});
  }
  if (wizard)
    document.getElementById("languages").addEventListener("click", async (event) => {
      const { href } = event.target;
      if (!href || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const kept = keep("keep");
      const { signal } = under;
      // Nobody waits for long; and whoever went on meanwhile stays there.
      await Promise.race([kept, new Promise((go) => setTimeout(go, 3000))]);
      if (!signal.aborted) location = href;
    });

  // A second press within a second is the first one, pressed in haste.
  const pressed = new WeakMap();
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return event.target === wizard && keep("stopped");
    if (event.timeStamp - pressed.get(event.target) < 1000) event.preventDefault();
    else {
      pressed.set(event.target, event.timeStamp);
      if (event.target === wizard) under?.abort();
    }
  });

  // A form that came back refused, or a change that was made: that is read out first.
  document.querySelector("[data-error-summary], .notification[role=alert]")?.focus();

  const later = window.requestIdleCallback ?? ((act) => setTimeout(act, 1));
  later(() => boot().catch((error) => console.warn("The page works without its scripts.", error)), { timeout: 2000 });
})();
