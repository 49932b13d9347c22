// Small menus made of <details>: Esc and a click elsewhere close them, and focus returns.
export function startPopovers() {
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') for (const open of opened()) { open.open = false; open.querySelector('summary').focus(); }
  });
  document.addEventListener('click', event => {
    for (const open of opened()) if (!open.contains(event.target)) open.open = false;
  });
}

const opened = () => document.querySelectorAll('[data-popover][open]');
