// The page around a PDF: fetches the bytes with the reader's session and hands them to a frame that has none.
for (const frame of document.querySelectorAll('iframe[data-viewer]')) start(frame);

function start(frame) {
  const state = frame.parentElement.querySelector('[data-viewer-state]');
  let sent = false;

  addEventListener('message', async event => {
    if (event.source !== frame.contentWindow) return;
    switch (event.data.kind) {
      case 'ready': if (!sent) { sent = true; await send(); } break;
      case 'shown': state.remove(); break;
      case 'failed': fail(); break;
    }
  });

  // Whichever of the two is there first: the frame says "ready" by itself and when it is asked.
  frame.addEventListener('load', ask);
  ask();

  function ask() {
    frame.contentWindow.postMessage({ kind: 'ask' }, '*');
  }

  async function send() {
    try {
      const answer = await fetch(frame.dataset.viewer);
      if (!answer.ok) throw new Error(answer.status);
      const bytes = await answer.arrayBuffer();
      // The frame's origin is opaque, so no other target can be named; it was checked above by its window.
      frame.contentWindow.postMessage({ kind: 'file', bytes }, '*', [bytes]);
    } catch {
      fail();
    }
  }

  function fail() {
    state.textContent = state.dataset.failed;
    state.setAttribute('role', 'alert');
    frame.hidden = true;
  }
}
