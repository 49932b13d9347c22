// <form data-autosave="/where" data-draft="person:declaration">: saved one second after the last key and on leaving a
// field. What could not be saved stays in this browser and comes back when the page is opened again.
const pause = 1000;
const retry = 15000;
const patience = 15000;
const prefix = 'zp-draft:';
const underway = new Set();

// Resolves when what is being saved now is stored, or could not be: what follows from it must not overtake it, and the next
// page must not be read before it.
export const settled = () => Promise.allSettled([...underway]);
export const isSaving = () => underway.size > 0;

export function startAutosave(part) {
  for (const form of part.querySelectorAll('form[data-autosave]')) start(form);
}

export function markSubmitted(form) {
  const kept = form.dataset.draft && read(form);
  if (kept) write(form, { ...kept, submitted: true });
}

// A submitted draft is forgotten on the next page, unless that page is the same form, refused.
export function forgetDrafts() {
  const refused = new Set([...document.querySelectorAll('form[data-draft]:has(.zp-errors, .zp-refusal)')].map(key));
  for (const name of names()) {
    if (JSON.parse(localStorage.getItem(name)).submitted && !refused.has(name)) localStorage.removeItem(name);
  }
}

export function forgetAllDrafts() {
  for (const name of names()) localStorage.removeItem(name);
}

function start(form) {
  const mark = document.querySelector('[data-saved]');
  let timer = 0;
  let dirty = false;
  let running = false;

  // What was typed before this script was there is an entry like any other, and newer than a draft.
  const early = new Set(fields(form).filter(isChanged).map(field => field.name));
  restore();
  if (early.size) { dirty = true; keep(form); later(0); }
  form.addEventListener('input', () => { dirty = true; keep(form); later(pause); });
  form.addEventListener('change', () => later(0));
  form.addEventListener('focusout', () => { if (dirty) later(0); });
  form.addEventListener('submit', () => { clearTimeout(timer); dirty = false; });
  addEventListener('online', () => { if (dirty) later(0); });

  function later(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  }

  async function save() {
    if (running || form.dataset.sent) return;
    running = true;
    dirty = false;
    say('saving', mark?.dataset.saving);
    const sent = fetch(form.dataset.autosave, {
      method: 'POST', body: new FormData(form), headers: { 'X-Autosave': '1' }, redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    underway.add(sent);
    try {
      const answer = await sent;
      if (!answer.ok) throw new Error(answer.status);
      if (!dirty) localStorage.removeItem(key(form));
      const now = new Date();
      const time = [now.getHours(), now.getMinutes()].map(n => String(n).padStart(2, '0')).join(':');
      say('done', mark?.dataset.done.replace('{0}', answer.headers.get('X-Saved-At') ?? time));
    } catch {
      dirty = true;
      say('failed', mark?.dataset.failed);
      later(retry);
    } finally {
      underway.delete(sent);
      running = false;
      if (dirty && navigator.onLine) later(pause);
    }
  }

  function restore() {
    const kept = form.dataset.draft && read(form);
    if (!kept || form.querySelector('.zp-errors')) return;
    for (const field of fields(form)) {
      const values = kept.values[field.name];
      if (!values || early.has(field.name)) continue;
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value);
      else field.value = values[0];
    }
    dirty = true;
    say('restored', mark?.dataset.restored);
    later(pause);
  }

  function say(state, text) {
    if (!mark) return;
    mark.dataset.state = state;
    mark.querySelector('span').textContent = text;
  }
}

function keep(form) {
  if (!form.dataset.draft) return;
  const values = {};
  for (const field of fields(form)) {
    values[field.name] ??= [];
    if ((field.type !== 'radio' && field.type !== 'checkbox') || field.checked) values[field.name].push(field.value);
  }
  write(form, { values });
}

// Passwords, files and the form's own keys never leave the form.
const fields = form => [...form.elements].filter(field =>
  field.name && !field.readOnly && !['hidden', 'password', 'file', 'submit', 'button'].includes(field.type) && field.tagName !== 'FIELDSET');
const isChanged = field => field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected)
  : field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
const key = form => prefix + form.dataset.draft;
const names = () => Object.keys(localStorage).filter(name => name.startsWith(prefix));
const read = form => JSON.parse(localStorage.getItem(key(form)));
const write = (form, value) => localStorage.setItem(key(form), JSON.stringify(value));
