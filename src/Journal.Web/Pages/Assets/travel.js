// Everything here can be left out: the slider, the links and the fields work without it.
const form = document.getElementById('replay');
const slider = document.getElementById('at');
const play = document.getElementById('play');

const shown = date => date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

// The day that a place of the slider begins with, while it is being moved.
function name() {
  const day = new Date(`${slider.dataset.first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + slider.dataset.days * slider.value);
  slider.setAttribute('aria-valuetext', shown(day));
  form.querySelector('label[for=at]').textContent = `${slider.dataset.days === '7' ? 'Week of' : ''} ${shown(day)}`.trim();
}

let asking;

// The server draws each moment; only what changes is put in its place.
async function look() {
  const address = `/replay?${new URLSearchParams(new FormData(form))}`;
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(address, { signal: asking.signal, headers: { Accept: 'text/html' } });
  if (!answer.ok) { location.assign(address); return; }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of ['moment', 'steps']) {
    const next = page.getElementById(id);
    if (!next) { location.assign(address); return; }
    document.getElementById(id).replaceWith(document.importNode(next, true));
  }
  history.replaceState(null, '', address);
}

let isPlaying = false;

function stop() {
  isPlaying = false;
  play.textContent = 'Play';
}

async function run() {
  if (+slider.value >= +slider.max) slider.value = 0;
  isPlaying = true;
  play.textContent = 'Pause';
  while (isPlaying && +slider.value < +slider.max) {
    slider.value = +slider.value + 1;
    name();
    await look();
    await new Promise(done => setTimeout(done, 900));
  }
  stop();
}

if (form && slider) {
  play.hidden = false;
  play.addEventListener('click', () => isPlaying ? stop() : run().catch(stop));
  slider.addEventListener('input', () => { stop(); name(); });
  slider.addEventListener('change', () => look().catch(() => {}));
  form.addEventListener('click', event => {
    const link = event.target.closest('a[rel=prev], a[rel=next]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stop();
    slider.value = +slider.value + (link.rel === 'next' ? 1 : -1);
    name();
    look().catch(() => location.assign(link.href));
  });
}

// A slider beside each number. The number is what is sent.
for (const field of document.querySelectorAll('input[data-slide]')) {
  const slide = Object.assign(document.createElement('input'), { type: 'range', tabIndex: -1 });
  slide.setAttribute('aria-hidden', 'true');
  const [least, most, usual] = [+field.min, +field.max, +field.dataset.slide];
  // Most of a wide range is never wanted.
  Object.assign(slide, { min: least, max: Math.min(most, Math.max(least + 1, 4 * usual)), step: field.step === '1' ? 1 : (most - least > 2 ? 0.1 : 0.01) });
  slide.value = field.value || usual;
  slide.addEventListener('input', () => { field.value = +slide.value === usual ? '' : slide.value; });
  field.addEventListener('input', () => { slide.value = field.value || usual; });
  field.after(slide);
}
