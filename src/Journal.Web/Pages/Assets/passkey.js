// Passkeys: the browser signs what the server asks, with a key that never leaves the device.
const ask = async (address, content = {}) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content) });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  throw new Error((await answer.json()).detail);
};

const tell = (place, text) => {
  place.textContent = text;
  place.hidden = false;
};

const use = async form => {
  const { challenge, options } = await ask('/sign-in/passkey/challenge');
  const signed = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  await ask('/sign-in/passkey', { challenge, response: signed.toJSON() });
  location.assign(form.elements.back.value);
};

const add = async form => {
  const { challenge, options } = await ask('/settings/passkeys/challenge');
  const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  await ask('/settings/passkeys', { challenge, response: made.toJSON(), label: form.elements.label.value });
  location.reload();
};

for (const [name, act] of [['use', use], ['add', add]]) {
  const form = document.querySelector(`form[data-passkey=${name}]`);
  if (!form || !globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await act(form);
    } catch (problem) {
      tell(form.querySelector('[role=alert]'), problem.name === 'NotAllowedError' ? 'No passkey was chosen.' : problem.message);
    }
  });
}

// A code moves from the address to the form, so that it stays in no history.
const code = location.hash.slice(1);
const place = document.getElementById('code');
if (code && place) {
  place.value = code;
  history.replaceState(null, '', location.pathname + location.search);
  document.getElementById('go').focus();
}

const zone = document.querySelector('input[data-zone]');
if (zone?.value === 'Etc/UTC') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

// Back from elsewhere: what is sent on from here carries the cookies that what came from there did not.
document.querySelector('form[data-go]')?.requestSubmit();
