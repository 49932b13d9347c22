// What makes the pages more comfortable. Every page works without it.
import { startAutosave, forgetDrafts } from './autosave.js';
import { watchConnection } from './connection.js';
import { startForms } from './forms.js';
import { startKeys } from './keys.js';
import { startPopovers } from './popovers.js';
import { startSheets } from './sheet.js';
import { startSteppers } from './stepper.js';
import { startTasks } from './task.js';
import { startUploads } from './upload.js';

document.documentElement.classList.add('js');

// htmx has run by now and begins its work when the document is complete.
Object.assign(window.htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '4(00|04|09|22)', swap: true, error: false },
    { code: '...', swap: false, error: true },
  ],
});

startKeys();
startPopovers();
startForms();
watchConnection();
forgetDrafts();
enhance(document);
document.addEventListener('htmx:load', event => { if (event.detail.elt !== document.body) enhance(event.detail.elt); });
// After a swap, what needs attention takes the focus; otherwise it stays where it was.
document.addEventListener('htmx:afterSettle', event => event.detail.elt.querySelector('[data-focus]')?.focus());

function enhance(part) {
  startAutosave(part);
  startSheets(part);
  startSteppers(part);
  startTasks(part);
  startUploads(part);
}
