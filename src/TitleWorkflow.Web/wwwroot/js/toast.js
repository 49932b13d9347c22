// Confirms an own act for five seconds.
const stay = 5000;

export function toast(text) {
  const item = document.createElement('div');
  item.className = 'zp-toast';
  item.textContent = text;
  document.getElementById('toasts')?.append(item);
  fade(item);
}

function fade(item) {
  setTimeout(() => { item.dataset.leaving = ''; setTimeout(() => item.remove(), 200); }, stay);
}

document.querySelectorAll('[data-toast]').forEach(fade);
