// Solves a sum before a registration is sent: which number, written after the salt, has this SHA-256? A moment for
// one person, a burden for a program that sends thousands. The same file is the worker that counts. The form is never
// held up: whoever sends it before the sum is solved, or whose browser cannot, is offered a code by e-mail.
(() => {
  // Constants of SHA-256 (FIPS 180-4): the first 32 bits after the point of roots of the first primes.
  const primes = [];
  for (let number = 2; primes.length < 64; number += 1) if (primes.every((prime) => number % prime)) primes.push(number);
  const after = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const ROUNDS = primes.map((prime) => after(Math.cbrt(prime)));
  const START = primes.slice(0, 8).map((prime) => after(Math.sqrt(prime)));

  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  const words = new Int32Array(64);

  // The hash of a text of at most 55 ASCII characters, which is one block. The browser's own hashing answers each
  // time by a promise, and takes twenty times as long.
  function hash(text) {
    words.fill(0);
    for (let at = 0; at < text.length; at += 1) words[at >> 2] |= text.charCodeAt(at) << (24 - 8 * (at & 3));
    words[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
    words[15] = text.length * 8;
    for (let at = 16; at < 64; at += 1) {
      const [far, near] = [words[at - 15], words[at - 2]];
      const spread = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
      words[at] = words[at - 16] + spread + words[at - 7] + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = START;
    for (let at = 0; at < 64; at += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[at] + words[at]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    return [a, b, c, d, e, f, g, h].map((word, at) => (word + START[at]) | 0);
  }

  // The worker: told the sum, it answers the number, or nothing.
  function find({ salt, challenge, max }) {
    const wanted = challenge.match(/.{8}/g).map((word) => parseInt(word, 16) | 0);
    for (let number = 0; number <= max; number += 1) {
      if (hash(salt + number).every((word, at) => word === wanted[at])) return number;
    }
    return null;
  }

  if (typeof document === "undefined") {
    addEventListener("message", ({ data }) => postMessage(find(data)));
    return;
  }

  const script = document.currentScript;
  const { field, salt, challenge, max, expires, mark, working, solved, failed } = script.dataset;
  const input = document.querySelector(`input[name="${field}"]`);
  const status = document.getElementById("human-check-status");
  // What a browser remembers of an earlier visit is used up.
  input.value = "";

  function say(number) {
    if (number !== null) input.value = [salt, number, max, expires, mark].join(".");
    status.textContent = number === null ? failed : solved;
  }

  try {
    const worker = new Worker(script.src);
    status.textContent = working;
    worker.addEventListener("message", ({ data }) => {
      worker.terminate();
      say(data);
    });
    worker.addEventListener("error", () => say(null));
    worker.postMessage({ salt, challenge, max: Number(max) });
  } catch {
    say(null);
  }
})();
