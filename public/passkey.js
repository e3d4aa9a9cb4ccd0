// Asks the browser for a passkey, or to make one, as the page says, and posts what it answers by the form of the page.
// Without it, or where the browser knows no passkeys, the page says so and leads to a code.
(() => {
  const { options, field, naming, longest, working, cancelled, known, failed, unsupported } = document.currentScript.dataset;
  const { publicKey } = JSON.parse(options);
  const place = document.getElementById("passkey-with");
  const form = place.querySelector("form");
  const status = document.getElementById("passkey-status");
  const answer = form.elements[field];
  // What a browser remembers of an earlier visit is used up.
  answer.value = "";

  // Bytes travel as base64url without padding (RFC 4648 §5).
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  // The options as the browser takes them.
  function decoded() {
    const listed = (credentials) => credentials?.map((one) => ({ ...one, id: bytes(one.id) }));
    const { challenge, user, allowCredentials, excludeCredentials } = publicKey;
    const all = { ...publicKey, challenge: bytes(challenge) };
    if (user) all.user = { ...user, id: bytes(user.id) };
    if (allowCredentials) all.allowCredentials = listed(allowCredentials);
    if (excludeCredentials) all.excludeCredentials = listed(excludeCredentials);
    return all;
  }

  // Its answer as the server reads it.
  function encoded({ id, rawId, type, response }) {
    const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
    const said = { clientDataJSON: text(clientDataJSON) };
    if (attestationObject) {
      said.attestationObject = text(attestationObject);
      said.transports = response.getTransports?.() ?? [];
    } else {
      said.authenticatorData = text(authenticatorData);
      said.signature = text(signature);
      said.userHandle = userHandle?.byteLength ? text(userHandle) : null;
    }
    return JSON.stringify({ id, rawId: text(rawId), type, response: said });
  }

  // What is under way gives way to what is newer.
  let under;
  async function use() {
    under?.abort();
    under = new AbortController();
    const { signal } = under;
    status.textContent = working;
    try {
      const asked = { publicKey: decoded(), signal };
      const given = await (publicKey.user ? navigator.credentials.create(asked) : navigator.credentials.get(asked));
      answer.value = encoded(given);
      form.submit();
    } catch ({ name }) {
      // Of most that goes wrong browsers say only that it was not allowed, so that no page learns who has a passkey.
      const words = { NotAllowedError: cancelled, AbortError: cancelled, InvalidStateError: known };
      if (!signal.aborted) status.textContent = words[name] ?? failed;
    }
  }

  document.getElementById("passkey-without").hidden = true;
  if (!window.PublicKeyCredential) {
    status.textContent = unsupported;
    return;
  }
  place.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const called = form.elements[naming];
    const signs = called ? [...called.value.trim()].length : 1;
    // The server says what is wrong with a name, before there is a passkey that it does not know.
    if (signs < 1 || signs > longest) form.submit();
    else use();
  });
  // Nothing is left to be said where one is asked for.
  if (!publicKey.user) use();
})();
