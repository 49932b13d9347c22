// A lost connection is said in one amber line, with the time of what is still shown.
import { toast } from './toast.js';

export function watchConnection() {
  const line = document.querySelector('[data-offline]');
  if (!line) return;
  let seen = new Date();

  addEventListener('offline', show);
  addEventListener('online', () => { line.hidden = true; });
  document.addEventListener('htmx:afterOnLoad', () => { seen = new Date(); line.hidden = true; });
  document.addEventListener('htmx:sendError', event => { show(); tell(event); });
  document.addEventListener('htmx:responseError', tell);

  function show() {
    const time = [seen.getHours(), seen.getMinutes()].map(n => String(n).padStart(2, '0')).join(':');
    line.querySelector('span').textContent = line.dataset.offline.replace('{0}', time);
    line.hidden = false;
  }
}

// Only an own act is worth a word; what refreshes by itself tries again by itself.
function tell(event) {
  if (event.detail.requestConfig?.verb !== 'get') toast(document.body.dataset.failed);
}
