// Tells whoever is signed in as staff before they are signed out: after a time in which they did nothing, which a button
// puts off, and at last whatever they do. What is done in one window counts in all of them.
(() => {
  const words = document.currentScript.dataset;
  const { asks } = words;
  const [idle, whole, first, again] = ["idle", "whole", "first", "again"].map((name) => Number(words[name]) * 1000);
  const place = document.getElementById("session-end");
  const [said, button] = [place.querySelector("p"), place.querySelector("button")];
  // Other windows, where the browser lets them talk; else each counts by itself. Nothing is kept.
  const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("staff-seen") : undefined;
  // How long it is said that somebody stays.
  const STAYS = 10_000;
  let seen = Date.now();
  let end = seen + whole;
  let timer;
  let before;

  function says(text, isPutOff = false) {
    // Whoever stood on a button that goes away stands where they came from.
    if (!isPutOff && document.activeElement === button) (before?.isConnected ? before : document.getElementById("main-content")).focus();
    button.hidden = !isPutOff;
    place.hidden = !text;
    // The same words once more would be read out once more.
    if (said.textContent !== text) said.textContent = text;
  }

  function waits(time) {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(time, 0));
  }

  function look() {
    const isLast = end <= seen + idle;
    const left = Math.min(end, seen + idle) - Date.now();
    const kind = isLast ? "whole" : "idle";
    if (left <= 0) return says(words.ended);
    if (left <= again) says(words[`${kind}Again`], !isLast);
    else if (left <= first) says(words[`${kind}First`], !isLast);
    else says("");
    waits(left - (left <= again ? 0 : left <= first ? again : first));
  }

  const tells = () => others?.postMessage({ seen, end });

  // Any page of staff does: the server sees that somebody is there. Where it does not answer, the button stays.
  async function stays() {
    const answer = await fetch(asks, { redirect: "manual", cache: "no-store" }).catch(() => undefined);
    if (!answer) return;
    if (!answer.ok) {
      end = 0;
      return look();
    }
    seen = Date.now();
    tells();
    says(words.stays);
    waits(STAYS);
  }

  button.addEventListener("click", stays);
  place.addEventListener("focusin", ({ relatedTarget }) => (before = relatedTarget));
  others?.addEventListener("message", ({ data }) => {
    if (!(data.seen > seen)) return;
    ({ seen, end } = data);
    look();
  });
  // A machine that slept counted no time.
  document.addEventListener("visibilitychange", look);
  tells();
  look();
})();
