// Everything here can be left out: pages are read and forms are sent without it. It keeps what is typed until it is recorded,
// and sends what was recorded while the network was away.
const { person, recorded, numbers = '', lists = '' } = document.body.dataset;
const isNumber = new Set(numbers.split(' '));
const isList = new Set(lists.split(' '));
const box = document.getElementById('outbox');

if ('serviceWorker' in navigator && person) navigator.serviceWorker.register('/sw.js').catch(() => {});

// --- what is typed and not recorded yet
const drafts = `journal:draft:${person}:`;
const nameOf = area => `${drafts}${location.pathname}:${area.id}`;

function restore() {
  if (!person) return;
  for (const name of Object.keys(localStorage).filter(name => name.startsWith(drafts))) {
    const draft = JSON.parse(localStorage[name]);
    if (draft.key && draft.key === recorded) localStorage.removeItem(name);
  }
  for (const area of document.querySelectorAll('textarea[data-draft]')) {
    const keep = () => {
      if (area.value) localStorage[nameOf(area)] = JSON.stringify({ text: area.value, key: area.form.dataset.key });
      else localStorage.removeItem(nameOf(area));
    };
    const draft = localStorage[nameOf(area)];
    if (draft && !area.value) {
      area.value = JSON.parse(draft).text;
      for (let around = area.closest('details'); around; around = around.parentElement.closest('details')) around.open = true;
    }
    // Somebody was quicker than this script.
    else if (area.value !== area.defaultValue) keep();
    area.addEventListener('input', keep);
  }
}

// --- forms
const pad = number => String(Math.trunc(Math.abs(number))).padStart(2, '0');

// When it was lived, by the clock on this wall: it may be sent much later.
function now() {
  const at = new Date(), off = -at.getTimezoneOffset();
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}${off < 0 ? '-' : '+'}${pad(off / 60)}:${pad(off % 60)}`;
}

addEventListener('submit', event => {
  const form = event.target;
  if (form.matches('[data-sign-out]')) { forget(); return; }
  if (!form.dataset.key) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  // What was pressed looks so at once; the page that shows what came of it takes its time.
  event.submitter?.setAttribute('aria-busy', 'true');
  // A refusal shows the page again; whoever goes back to this one may send it anew.
  setTimeout(() => { delete form.dataset.sent; event.submitter?.removeAttribute('aria-busy'); }, 5000);
  if ('now' in form.dataset && !form.querySelector('[name=occurredAt]')) {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'occurredAt', value: now() });
    form.append(field);
  }
});
// A page with forms is looked at anew: what it waits for may be done. Any other stays as it was left.
addEventListener('pageshow', event => {
  if (event.persisted && document.querySelector('form[data-key]')) location.reload();
});

// --- the outbox
function open() {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('journal', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('outbox', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
}

const promise = request => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function items() {
  const base = await open();
  const store = base.transaction('outbox').objectStore('outbox');
  const [keys, values] = await Promise.all([promise(store.getAllKeys()), promise(store.getAll())]);
  base.close();
  return keys.map((key, i) => ({ key, ...values[i] }));
}

async function change(act) {
  const base = await open();
  const writing = base.transaction('outbox', 'readwrite');
  act(writing.objectStore('outbox'));
  await new Promise((done, failed) => { writing.oncomplete = done; writing.onerror = () => failed(writing.error); });
  base.close();
}

function command(fields) {
  const body = {};
  for (const [name, value] of fields) {
    if (['form', 'as', 'back'].includes(name) || !value.trim()) continue;
    const plain = isNumber.has(name) ? (value === 'true' || value === 'false' ? value === 'true' : Number.isFinite(+value.replace(',', '.')) ? +value.replace(',', '.') : value) : value.replaceAll('\r\n', '\n');
    if (isList.has(name)) (body[name] ??= []).push(plain);
    else body[name] = plain;
  }
  return body;
}

// One tab sends at a time.
async function flush() {
  const sent = await navigator.locks.request('journal-outbox', { ifAvailable: true }, async lock => lock ? await sendAll() : 0);
  const left = await items();
  show(left);
  if (sent > 0 && location.search.includes('kept=1')) location.replace('/');
  else if (sent > 0) tell(`${sent} kept ${sent === 1 ? 'record was' : 'records were'} sent.`, true);
}

async function sendAll() {
  let sent = 0;
  for (const item of await items()) {
    const owner = item.fields.find(([name]) => name === 'as')?.[1];
    if (item.refused || (owner && owner !== person)) continue;
    let answer;
    try {
      answer = await fetch('/api/v1/commands', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(command(item.fields)) });
    } catch {
      break;
    }
    if (answer.ok) { await change(store => store.delete(item.key)); sent++; }
    else if (answer.status === 401 || answer.status === 429 || answer.status >= 500) break;
    else {
      const { detail } = await answer.json().catch(() => ({ detail: 'It was refused.' }));
      const { key, ...rest } = item;
      await change(store => store.put({ ...rest, refused: detail }, key));
    }
  }
  return sent;
}

function tell(words, isLast) {
  box.hidden = false;
  const line = document.createElement('p');
  line.textContent = words;
  if (isLast) box.append(line); else box.replaceChildren(line);
}

function show(left) {
  const mine = left.filter(item => (item.fields.find(([name]) => name === 'as')?.[1] ?? person) === person);
  if (mine.length === 0) { box.replaceChildren(); box.hidden = true; return; }
  const waiting = mine.filter(item => !item.refused).length;
  box.replaceChildren();
  box.hidden = false;
  if (waiting > 0) tell(`${waiting} ${waiting === 1 ? 'record is' : 'records are'} kept here and will be sent when the journal answers.`, true);
  for (const item of mine.filter(item => item.refused)) {
    const text = item.fields.find(([name]) => ['text', 'title', 'question', 'reason', 'note'].includes(name))?.[1];
    tell(`Kept here and refused: ${item.refused}${text ? ` What you wrote: “${text}”` : ''}`, true);
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Let it go' });
    button.addEventListener('click', async () => { await change(store => store.delete(item.key)); show(await items()); });
    box.append(button);
  }
}

// Whoever signs out leaves nothing of the journal behind, but for what could not be sent.
function forget() {
  for (const name of Object.keys(localStorage).filter(name => name.startsWith(drafts))) localStorage.removeItem(name);
  caches.delete('journal-pages');
}

// --- the day before and the day after are a swipe away; their links are there as well
let begun;
addEventListener('touchstart', event => {
  const { clientX: x, clientY: y, target } = event.touches[0];
  // Where something scrolls sideways or is typed into, and at the edges, which are the browser's own, a swipe means something else.
  begun = event.touches.length === 1 && x > 24 && x < innerWidth - 24 && !target.closest('input, textarea, select, .scroll, pre') ? { x, y } : null;
}, { passive: true });
addEventListener('touchend', event => {
  if (!begun) return;
  const { clientX: x, clientY: y } = event.changedTouches[0];
  const [across, down] = [x - begun.x, y - begun.y];
  begun = null;
  if (Math.abs(across) < 80 || Math.abs(down) > 40) return;
  document.querySelector(`.days a[rel=${across > 0 ? 'prev' : 'next'}]`)?.click();
}, { passive: true });

// --- a long list goes on where it ends; its link is there as well
const list = document.querySelector('.next a[rel=next]')?.closest('main');
const place = `journal:place:${location.pathname}${location.search}`;

async function more(link) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const end = list.querySelector('.next');
  for (const day of page.querySelectorAll('section.day')) {
    const same = list.querySelector(`section.day[aria-labelledby="${day.getAttribute('aria-labelledby')}"] ul`);
    if (same) same.append(...[...day.querySelectorAll('li')].map(item => document.importNode(item, true)));
    else end.before(document.importNode(day, true));
  }
  const next = page.querySelector('.next');
  if (next) end.replaceWith(document.importNode(next, true));
  else end.remove();
}

if (list) {
  let pages = 0, isAsking = false;
  const watch = new IntersectionObserver(seen => seen.some(one => one.isIntersecting) && go(), { rootMargin: '600px' });
  const again = () => { const end = list.querySelector('.next'); if (end) watch.observe(end); };
  const go = async () => {
    const link = list.querySelector('.next a[rel=next]');
    if (!link || isAsking) return;
    isAsking = true;
    watch.disconnect();
    try { await more(link); pages++; again(); }
    // The link is there for whoever wants to try again.
    catch { }
    isAsking = false;
  };
  addEventListener('pagehide', () => { sessionStorage[place] = JSON.stringify({ pages, at: scrollY }); });
  const kept = performance.getEntriesByType('navigation')[0]?.type === 'back_forward' && sessionStorage[place] ? JSON.parse(sessionStorage[place]) : null;
  (async () => {
    while (kept && pages < kept.pages && list.querySelector('.next a[rel=next]')) await go();
    if (kept) scrollTo({ top: kept.at, behavior: 'instant' });
    again();
  })();
}

restore();
if (person) {
  flush().catch(() => {});
  addEventListener('online', () => flush().catch(() => {}));
  addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush().catch(() => {}));
  setInterval(() => items().then(left => left.some(item => !item.refused) && flush()).catch(() => {}), 5000);
}

// --- how far an import is
const far = document.querySelector('[data-run]');
if (far) {
  const [bar, words] = [far.querySelector('progress'), far.querySelector('[role=status] span')];
  const look = async () => {
    const answer = await fetch(`/api/v1/imports/${far.dataset.run}`).catch(() => null);
    if (answer?.ok) {
      const { import: run, done, of } = await answer.json();
      if (run.ended) { location.reload(); return; }
      if (of) { bar.max = of; bar.value = done; words.textContent = `${done} of ${of} rows`; }
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
}
