// A form is sent once: the button says so and keeps its width until the answer comes.
import { forgetAllDrafts, isSaving, markSubmitted, settled } from './autosave.js';

export function startForms() {
  document.querySelector('[data-focus]')?.focus();
  document.addEventListener('submit', event => {
    const form = event.target;
    if ((form.method !== 'post' && !form.dataset.busy) || event.defaultPrevented || form.target) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (isSaving()) {
      event.preventDefault();
      settled().then(() => form.requestSubmit(event.submitter));
      return;
    }
    form.dataset.sent = 'true';
    if (event.submitter?.hasAttribute('data-sign-out')) forgetAllDrafts();
    markSubmitted(form);
    busy(event.submitter, form.dataset.busy);
  });
  document.addEventListener('htmx:afterRequest', event => free(event.detail.elt.closest?.('form')));
  // The page may come back from the browser's memory with its button still busy.
  addEventListener('pageshow', event => { if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(free); });
}

function busy(button, words = document.body.dataset.submitting) {
  if (!button?.classList.contains('btn')) return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.dataset.label = button.innerHTML;
  button.setAttribute('aria-disabled', 'true');
  // Its own name and value must still be sent, so the words change after the browser has read the form.
  setTimeout(() => { button.textContent = words; });
}

function free(form) {
  if (!form) return;
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('[data-label]')) {
    button.innerHTML = button.dataset.label;
    button.removeAttribute('aria-disabled');
    delete button.dataset.label;
  }
}
