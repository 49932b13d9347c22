// "/" goes to the search field, "g i" to the inbox; nothing is reachable only this way.
import { toast } from './toast.js';

let pending = '';

export function startKeys() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '/') {
      const search = document.querySelector('[data-search]');
      if (search?.offsetParent) { event.preventDefault(); search.focus(); }
    } else if (pending === 'g' && event.key === 'i') {
      const inbox = document.querySelector('.zp-side a[href="/inbox"]');
      if (inbox) location.assign(inbox.href);
    }
    pending = event.key;
  });

  for (const button of document.querySelectorAll('[data-copy], [data-print]')) button.hidden = false;
  document.addEventListener('click', async event => {
    const copy = event.target.closest('[data-copy]');
    if (copy) { await navigator.clipboard.writeText(copy.dataset.copy.replaceAll(' ', '')); toast(copy.dataset.copied); }
    if (event.target.closest('[data-print]')) print();
  });
}

function isTyping(target) {
  return target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}
