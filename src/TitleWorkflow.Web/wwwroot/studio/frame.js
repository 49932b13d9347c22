// Starts one of the designer's elements in its frame; the page around it is told what happens.
import { guard } from './guard.js'
import { overlay } from './overlay.js'

const slot = document.getElementById('slot')
const cover = document.getElementById('cover')
const tell = message => {
  if (message.kind === 'signed-out' || message.kind === 'changed') {
    cover.hidden = false
    cover.querySelector(`[data-when="${message.kind}"]`).hidden = false
  }
  window.parent.postMessage(message, location.origin)
}

guard(slot.dataset, document.querySelector('meta[name=csrf]').content, tell)
localStorage.setItem('BlazorCulture', document.documentElement.lang === 'en' ? 'en-US' : 'zh-CN')
if (slot.dataset.strings) overlay(slot.dataset.strings)

const element = document.createElement(slot.dataset.element)
element.setAttribute(slot.dataset.attribute, slot.dataset.id)
element.setAttribute('remote-endpoint', `${location.origin}/elsa/api`)
slot.append(element)

// What the designer draws first says that it has started.
const started = new MutationObserver(() => {
  if (!slot.querySelector('elsa-activity-wrapper, .x6-graph-svg')) return
  started.disconnect()
  document.getElementById('starting').remove()
  tell({ kind: 'started' })
})
started.observe(slot, { subtree: true, childList: true })

const blazor = document.createElement('script')
blazor.src = '_framework/blazor.webassembly.js'
document.body.append(blazor)
