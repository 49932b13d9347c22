// What makes the pages more comfortable. Every page works without it.
import { startAutosave, forgetDrafts } from './autosave.js';
import { startForms } from './forms.js';
import { startKeys } from './keys.js';
import { startPopovers } from './popovers.js';
import { startSheets } from './sheet.js';
import { startUploads } from './upload.js';

document.documentElement.classList.add('js');

startKeys();
startPopovers();
startForms();
forgetDrafts();
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.detail.elt));

function enhance(part) {
  startAutosave(part);
  startSheets(part);
  startUploads(part);
}
