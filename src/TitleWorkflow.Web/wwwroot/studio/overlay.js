// The designer's own labels are English and come without translations: every label that equals an entry of the dictionary is
// shown in Chinese. What people have written themselves is never touched: inputs, editors and the nodes of the drawing.
const skipped = 'script,style,textarea,.monaco-editor,elsa-activity-wrapper'
const attributes = ['placeholder', 'title', 'aria-label']

/** Turns a dictionary into a function that gives the Chinese of a label, or the label itself. */
export function translator (dictionary) {
  const patterns = [[/^(\d+)-(\d+) of (\d+)$/, (_, from, to, all) => `第 ${from}–${to} 条，共 ${all} 条`]]
  for (const [english, chinese] of Object.entries(dictionary)) {
    if (!/\{\d\}/.test(english)) continue
    const order = []
    const text = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\d)\}/g, (_, place) => { order.push(place); return '(.+?)' })
    patterns.push([new RegExp(`^${text}$`), (...found) => chinese.replace(/\{(\d)\}/g, (_, place) => {
      const word = found[order.indexOf(place) + 1]
      return Object.hasOwn(dictionary, word) ? dictionary[word] : word
    })])
  }

  return text => {
    const label = text.trim()
    if (!label) return text
    if (Object.hasOwn(dictionary, label)) return text.replace(label, () => dictionary[label])
    const pattern = patterns.find(([form]) => form.test(label))
    return pattern ? text.replace(label, () => label.replace(pattern[0], pattern[1])) : text
  }
}

/** Translates the page, and whatever is added to it or changed later. */
export async function overlay (address) {
  const translate = translator(await (await fetch(address)).json())
  const text = node => {
    if (!node.parentElement || node.parentElement.closest(skipped)) return
    const chinese = translate(node.nodeValue)
    if (chinese !== node.nodeValue) node.nodeValue = chinese
  }
  const attribute = element => {
    for (const name of attributes) {
      const value = element.getAttribute(name)
      const chinese = value && translate(value)
      if (chinese && chinese !== value) element.setAttribute(name, chinese)
    }
  }
  const walk = root => {
    if (root.nodeType === Node.TEXT_NODE) return text(root)
    if (root.nodeType !== Node.ELEMENT_NODE) return
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) text(texts.currentNode)
    attribute(root)
    root.querySelectorAll(attributes.map(name => `[${name}]`).join()).forEach(attribute)
  }

  walk(document.body)
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'childList') change.addedNodes.forEach(walk)
      else if (change.type === 'attributes') attribute(change.target)
      else text(change.target)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes })
}
