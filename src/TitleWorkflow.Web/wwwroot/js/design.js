// What the drawing board's frame tells the page around it.
const board = document.getElementById('design-says')
const says = board.firstElementChild

const cover = document.getElementById('board-cover')

window.addEventListener('message', event => {
  if (event.origin !== location.origin) return
  if (event.data.kind === 'progress') document.getElementById('board-progress').value = event.data.percent
  if (event.data.kind === 'started' || event.data.kind === 'broken') cover.hidden = true
  if (event.data.kind === 'submitted') says.textContent = board.dataset.submitted
  if (event.data.kind === 'refused') says.textContent = event.data.text
  if (event.data.kind === 'other') location.assign(`/flows/${encodeURIComponent(event.data.flow)}/design`)
})
