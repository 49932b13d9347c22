// Inside the frame: draws each page of the PDF when it comes near the view. Nothing leaves from here but "ready" and "shown".
import { GlobalWorkerOptions, getDocument } from '../lib/pdfjs/pdf.min.mjs';

const lib = new URL('../lib/pdfjs/', import.meta.url);
GlobalWorkerOptions.workerSrc = new URL('pdf.worker.min.mjs', lib).href;

addEventListener('message', async event => {
  if (event.source !== parent) return;
  if (event.data.kind === 'ask') say('ready');
  if (event.data.kind !== 'file') return;
  try {
    await show(event.data.bytes);
    say('shown');
  } catch (error) {
    console.error(error);
    say('failed');
  }
});
say('ready');

async function show(bytes) {
  const file = await getDocument({
    data: bytes, isEvalSupported: false, enableXfa: false,
    cMapUrl: new URL('cmaps/', lib).href, cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', lib).href, wasmUrl: new URL('wasm/', lib).href,
  }).promise;
  const near = new IntersectionObserver(entries => {
    for (const { target } of entries.filter(entry => entry.isIntersecting)) { near.unobserve(target); draw(file, target); }
  }, { rootMargin: '600px' });
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const view = page.getViewport({ scale: scale(page) });
    const canvas = Object.assign(document.createElement('canvas'), { width: view.width, height: view.height });
    canvas.dataset.number = number;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', document.body.dataset.page.replace('{0}', number).replace('{1}', file.numPages));
    document.getElementById('pages').append(canvas);
    near.observe(canvas);
  }
}

async function draw(file, canvas) {
  const page = await file.getPage(Number(canvas.dataset.number));
  await page.render({ canvas, viewport: page.getViewport({ scale: scale(page) }) }).promise;
}

function scale(page) {
  const wide = Math.min(document.documentElement.clientWidth - 24, 1000);
  return (wide / page.getViewport({ scale: 1 }).width) * Math.min(devicePixelRatio, 2);
}

function say(kind) {
  parent.postMessage({ kind }, '*');
}
