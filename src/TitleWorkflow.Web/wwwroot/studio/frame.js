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

// The viewer leads to a flow at an address of its own that nobody serves.
slot.addEventListener('click', event => {
  const [, flow] = event.target.closest('a')?.pathname.match(/^\/workflows\/definitions\/([^/]+)\/edit$/) ?? []
  if (!flow) return
  event.preventDefault()
  event.stopPropagation()
  tell({ kind: 'other', flow: decodeURIComponent(flow) })
}, true)

const element = document.createElement(slot.dataset.element)
element.setAttribute(slot.dataset.attribute, slot.dataset.id)
element.setAttribute('remote-endpoint', `${location.origin}/elsa/api`)
slot.append(element)

// Loading is the greater part of the wait; the rest is the program preparing itself.
const root = document.documentElement
new MutationObserver(() => {
  const loaded = parseFloat(root.style.getPropertyValue('--blazor-load-percentage'))
  if (loaded) tell({ kind: 'progress', percent: loaded * 0.8 })
}).observe(root, { attributes: true, attributeFilter: ['style'] })

// A program that breaks while it starts says so below; nothing may lie over that.
const broken = document.getElementById('blazor-error-ui')
new MutationObserver(() => tell({ kind: 'broken' })).observe(broken, { attributes: true, attributeFilter: ['style'] })

// What the designer draws first says that it has started.
const started = new MutationObserver(() => {
  if (!slot.querySelector('elsa-activity-wrapper, .x6-graph-svg')) return
  started.disconnect()
  document.getElementById('starting').remove()
  tell({ kind: 'started' })
})
started.observe(slot, { subtree: true, childList: true })

// Steps are tried by rehearsing the whole flow, not one at a time.
new MutationObserver(() => {
  for (const tab of slot.querySelectorAll('.mud-tab')) tab.hidden = ['Test', '测试'].includes(tab.textContent.trim())
}).observe(slot, { subtree: true, childList: true, characterData: true })

const blazor = document.createElement('script')
blazor.src = '_framework/blazor.webassembly.js'
document.body.append(blazor)
