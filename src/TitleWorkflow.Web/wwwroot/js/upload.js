import { settled } from './autosave.js';

// <form data-upload enctype="multipart/form-data">: a chosen or dropped file is sent at once, with its progress; the page
// the server answers with takes the form's place.
export function startUploads(part) {
  for (const form of part.querySelectorAll('form[data-upload]')) start(form);
}

function start(form) {
  const drop = form.querySelector('[data-drop]');
  const input = drop.querySelector('input[type=file]');
  const words = drop.querySelector('b');
  const asked = words.textContent;

  input.addEventListener('change', sendChosen);
  for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, event => { event.preventDefault(); drop.dataset.over = ''; });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => delete drop.dataset.over);
  drop.addEventListener('drop', event => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    if (input.files.length) send();
  });

  // Also one that was chosen before this script was there.
  sendChosen();

  function sendChosen() {
    if (input.files.length) send();
  }

  function send() {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.upload.addEventListener('progress', event =>
      say(drop.dataset.uploading.replace('{0}', Math.floor(event.loaded * 100 / event.total))));
    request.addEventListener('load', () => done(request));
    request.addEventListener('error', failed);
    request.send(new FormData(form));
    input.disabled = true;
    drop.setAttribute('aria-busy', 'true');
  }

  // Success leads to a page (post, redirect, get); a refusal is the same page with the reason at the file.
  function done(request) {
    if (request.status < 300) { settled().then(() => location.assign(request.responseURL)); return; }
    if (request.status >= 500) { failed(); return; }
    const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
    document.querySelector('main').replaceWith(document.adoptNode(answer.querySelector('main')));
    document.querySelector('[data-focus]')?.focus();
    startUploads(document);
  }

  function failed() {
    input.disabled = false;
    input.value = '';
    drop.removeAttribute('aria-busy');
    say(drop.dataset.failed);
    setTimeout(() => say(asked), 6000);
  }

  function say(text) {
    words.textContent = text;
  }
}
