// Stands between the designer and the server. The designer sends neither token nor key, has no idea of two people at one draft,
// and shows nothing of a refusal but the messages of a 400.
const api = '/elsa/api/'
const send = window.fetch

const refusal = text => new Response(
  JSON.stringify({ title: text, status: 400, errors: { '': [text] } }),
  { status: 400, headers: { 'Content-Type': 'application/problem+json' } })

// The browser would note a refusal as an error of the page, but "submitted for approval" is how a good day ends: the server
// sends it as an answer, and it is a refusal again here.
const ask = async (url, init) => {
  const answer = await send.call(window, url, init)
  const status = Number(answer.headers.get('X-Refusal'))
  return status ? new Response(answer.body, { status, headers: answer.headers }) : answer
}

const steps = (value, found = new Map()) => {
  if (!value || typeof value !== 'object') return found
  if (typeof value.type === 'string' && typeof value.nodeId === 'string') found.set(value.id, value.metadata?.displayText || value.name || value.id)
  for (const [name, inner] of Object.entries(value)) if (name !== 'metadata' && name !== 'customProperties') steps(inner, found)
  return found
}

/** Replaces fetch for the designer's calls; tell is given what the page around should know. */
export function guard (texts, token, tell) {
  const revisions = new Map()
  const shown = new Map()
  let last = { what: '', key: '' }

  // A write that was not answered is repeated by the designer itself: it carries the same key then.
  const keyOf = what => {
    if (last.what !== what) last = { what, key: Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('') }
    return last.key
  }

  const remember = async (answer, asked) => {
    const revision = answer.headers.get('X-Revision')
    if (!revision || !answer.ok) {
      if (revision && asked) revisions.set(asked, revision)
      return
    }
    const body = await answer.clone().json()
    const design = body.workflowDefinition ?? body
    revisions.set(design.definitionId, revision)
    if (design.root) shown.set(design.definitionId, steps(design.root))
    // A copy or a file's flow: the designer would go on showing the one that was open.
    if (asked !== undefined && design.definitionId !== texts.id) tell({ kind: 'other', flow: design.definitionId })
  }

  const post = async (url, init, headers, body) => {
    const answer = await ask(url, { ...init, headers, body })
    if (answer.status < 500) last = { what: '', key: '' }
    return answer
  }

  window.fetch = async function (input, init) {
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url, location.href)
    if (url.origin !== location.origin || !url.pathname.startsWith(api)) return send.apply(window, arguments)

    const method = (init?.method || 'GET').toUpperCase()
    const path = url.pathname.slice(api.length)
    const headers = new Headers(init?.headers)
    let answer
    let flow = null
    if (method === 'GET') {
      answer = await send.call(window, url, { ...init, headers })
    } else {
      const body = init.body ? await new Response(init.body).text() : undefined
      headers.set('RequestVerificationToken', token)
      headers.set('X-Refusal', 'as-answer')
      const sent = body && /^workflow-definitions(\/import)?$/.test(path) ? JSON.parse(body) : null
      flow = sent ? (sent.model ?? sent).definitionId : null
      if (flow && revisions.has(flow)) headers.set('X-Revision', revisions.get(flow))
      headers.set('Idempotency-Key', keyOf(`${method} ${url} ${headers.get('X-Revision')} ${body}`))
      answer = await post(url, init, headers, body)
      if (answer.status === 409 && (await answer.clone().json()).code === 'workflows.steps-lost') {
        const kept = steps((sent.model ?? sent).root)
        const gone = [...(shown.get(flow) ?? [])].filter(([id]) => !kept.has(id)).map(([, name]) => name)
        if (!window.confirm(texts.lost.replace('{0}', gone.join('、')))) return refusal(texts.kept)
        headers.set('X-Steps-May-Go', 'true')
        headers.set('Idempotency-Key', keyOf(`${method} ${url} ${headers.get('X-Revision')} confirmed ${body}`))
        answer = await post(url, init, headers, body)
      }
    }

    if (answer.status === 401) {
      tell({ kind: 'signed-out' })
      return new Promise(() => {})
    }
    await remember(answer, method === 'GET' ? undefined : flow)
    if (method === 'GET' || answer.ok) return answer

    const problem = await answer.clone().json().catch(() => ({}))
    if (problem.errors?.submitted) tell({ kind: 'submitted' })
    if (answer.status === 409 || answer.status === 403 || answer.status === 404) {
      const text = [problem.title, problem.detail].filter(Boolean).join('：')
      if (problem.code === 'workflows.draft-changed') tell({ kind: 'changed' })
      // A refused deletion would end in the error bar: it is told beside the drawing, and the designer reads the list again.
      if (method === 'DELETE') {
        tell({ kind: 'refused', text })
        return new Response(null, { status: 204 })
      }
      return refusal(text)
    }
    return answer
  }
}
