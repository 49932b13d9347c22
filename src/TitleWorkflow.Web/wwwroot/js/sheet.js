// On the phone the decision of a task page becomes a sheet: closed it shows the outcomes, open also the opinion.
const phone = matchMedia('(max-width: 767.98px)');
const focusable = 'a[href], button:not([hidden]):not([disabled]), input:not([type=hidden]), select, textarea';

export function startSheets(part) {
  for (const sheet of part.querySelectorAll('[data-sheet]')) start(sheet);
}

function start(sheet) {
  const opener = sheet.querySelector('[data-sheet-open]');
  const closer = sheet.querySelector('[data-sheet-close]');
  const handle = sheet.querySelector('[data-sheet-handle]');
  // What is wrong stands with the decision, not below the page that the sheet covers.
  const errors = sheet.closest('form')?.querySelector('.zp-errors');
  if (errors && !sheet.contains(errors)) { sheet.querySelector('.body').prepend(errors); errors.focus(); }
  const scrim = Object.assign(document.createElement('div'), { className: 'zp-scrim' });
  const measure = new ResizeObserver(() =>
    document.body.style.setProperty('--zp-sheet-height', `${sheet.offsetHeight + 24}px`));

  phone.addEventListener('change', dress);
  opener.addEventListener('click', () => set(true));
  closer.addEventListener('click', () => set(false));
  scrim.addEventListener('click', () => set(false));
  sheet.addEventListener('keydown', trap);
  drag();
  dress();

  function dress() {
    sheet.classList.toggle('zp-sheetbar', phone.matches);
    opener.hidden = closer.hidden = !phone.matches;
    if (phone.matches) set(sheet.querySelector('.zp-errors, .zp-refusal') !== null);
    else { delete sheet.dataset.open; sheet.removeAttribute('role'); sheet.removeAttribute('aria-modal'); scrim.remove(); measure.disconnect(); }
  }

  function set(open) {
    const was = sheet.dataset.open === 'true';
    sheet.dataset.open = open;
    if (open) {
      measure.disconnect();
      sheet.setAttribute('role', 'dialog');
      sheet.setAttribute('aria-modal', 'true');
      document.body.append(scrim);
      if (!was && !sheet.querySelector('[data-focus]')) (seen('.zp-sheet-more :is(textarea, input, select)')[0] ?? closer).focus();
    } else {
      sheet.removeAttribute('role');
      sheet.removeAttribute('aria-modal');
      scrim.remove();
      measure.observe(sheet);
      if (was) opener.focus();
    }
  }

  // Parts that belong to an outcome not chosen are in the sheet too, but not shown.
  function seen(selector) {
    return [...sheet.querySelectorAll(selector)].filter(part => part.offsetParent);
  }

  function trap(event) {
    if (sheet.dataset.open !== 'true') return;
    if (event.key === 'Escape') { set(false); return; }
    if (event.key !== 'Tab') return;
    const stops = seen(focusable);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge) { event.preventDefault(); (event.shiftKey ? stops.at(-1) : stops[0]).focus(); }
  }

  function drag() {
    let from = null;
    handle.addEventListener('pointerdown', event => { from = event.clientY; handle.setPointerCapture(event.pointerId); });
    handle.addEventListener('pointerup', event => {
      const way = event.clientY - from;
      if (Math.abs(way) > 24) set(way < 0);
      else set(sheet.dataset.open !== 'true');
    });
  }
}
