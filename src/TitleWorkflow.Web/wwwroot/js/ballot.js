// A cast whose answer is lost is not offered again before the server has said whether it arrived.
document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('[data-cast]')) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = 'true';
  const button = form.querySelector('.btn-seal');
  button.textContent = document.body.dataset.submitting;
  try {
    show(await fetch(form.action, { method: 'POST', body: new FormData(form) }));
  } catch {
    form.querySelector('[data-no-receipt]').hidden = false;
    button.hidden = true;
    ask();
  }
}, true);

async function ask() {
  try {
    show(await fetch('/ballots', { cache: 'no-store' }));
  } catch {
    setTimeout(ask, 2000);
  }
}

async function show(response) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const ballot = page.getElementById('ballot');
  if (!response.ok && !ballot) { location.assign('/ballots'); return; }
  document.title = page.title;
  // What was posted stays out of the history.
  history.replaceState(null, '', '/ballots');
  document.getElementById('ballot').replaceWith(ballot);
  htmx.process(ballot);
  ballot.querySelector('h1')?.setAttribute('tabindex', '-1');
  ballot.querySelector('[data-focus], h1')?.focus();
}
