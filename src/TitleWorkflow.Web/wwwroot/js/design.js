// What the drawing board's frame tells the page around it.
const says = document.getElementById('design-says')

window.addEventListener('message', event => {
  if (event.origin !== location.origin) return
  if (event.data.kind === 'submitted') says.textContent = says.dataset.submitted
  if (event.data.kind === 'refused') says.textContent = event.data.text
})
