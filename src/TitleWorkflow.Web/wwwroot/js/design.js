// What the drawing board's frame tells the page around it.
const board = document.getElementById('design-says')
const says = board.firstElementChild

window.addEventListener('message', event => {
  if (event.origin !== location.origin) return
  if (event.data.kind === 'submitted') says.textContent = board.dataset.submitted
  if (event.data.kind === 'refused') says.textContent = event.data.text
  if (event.data.kind === 'other') location.assign(`/flows/${encodeURIComponent(event.data.flow)}/design`)
})
