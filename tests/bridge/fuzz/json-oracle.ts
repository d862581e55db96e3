/**
 * What the EA's JSON reader has to make of bytes, told by JSON.parse and the rules that the EA adds: no name twice, no zero
 * character, no half surrogate, limits.
 */
export type Limits = Readonly<{ depth: number }>

const MOST_NODES = 16_384
const MOST_MEMBERS = 64
const LONGEST_NUMBER = 40

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

type Open = {
  readonly isObject: boolean
  readonly value: Record<string, unknown> | unknown[]
  name: string | null
}

/** Members as `m:name`, texts as `t:…`, numbers as numbers; `refused` when the EA must not take it. */
export function expectedJson(bytes: Uint8Array, { depth }: Limits): unknown {
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    JSON.parse(text)
  } catch {
    return 'refused'
  }
  return build(text.match(TOKEN) ?? [], depth)
}

function build(tokens: readonly string[], depth: number): unknown {
  const stack: Open[] = []
  let root: unknown = 'refused'
  let nodes = 0
  const place = (value: unknown): boolean => {
    nodes += 1
    const parent = stack.at(-1)
    if (parent === undefined) root = value
    else if (Array.isArray(parent.value)) parent.value.push(value)
    else if (parent.name === null) return false
    else {
      parent.value[parent.name] = value
      parent.name = null
    }
    return nodes <= MOST_NODES
  }
  for (const token of tokens) {
    const top = stack.at(-1)
    if (token === ',' || token === ':') continue
    if (token === '}' || token === ']') stack.pop()
    else if (token === '{' || token === '[') {
      const value = token === '{' ? {} : []
      if (!place(value) || stack.length >= depth) return 'refused'
      stack.push({ isObject: token === '{', value, name: null })
    } else if (top?.isObject === true && top.name === null) {
      const name = `m:${JSON.parse(token)}`
      const members = Object.keys(top.value)
      if (!isSound(name) || members.includes(name) || members.length >= MOST_MEMBERS) return 'refused'
      top.name = name
    } else {
      const value = leaf(token)
      if (value === 'refused' || !place(value)) return 'refused'
    }
  }
  return root
}

function leaf(token: string): unknown {
  const value: unknown = JSON.parse(token)
  if (typeof value === 'string') return isSound(value) ? `t:${value}` : 'refused'
  return typeof value === 'number' && token.length > LONGEST_NUMBER ? 'refused' : value
}

const HALF_PAIR = /\p{Surrogate}/u
const isSound = (text: string): boolean => !HALF_PAIR.test(text) && !text.includes('\0')

/** Whether the answer of the program says the same. A number beyond all bounds may be refused later, and is then `beyond`. */
export function isSameJson(expected: unknown, answer: string): boolean {
  if (answer.startsWith('refused: ')) return expected === 'refused'
  return expected !== 'refused' && isSame(expected, parsed(answer))
}

/** Undefined, which no JSON is, when the EA's writer wrote none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSame(expected: unknown, told: unknown): boolean {
  if (typeof expected === 'number') return typeof told === 'string' && isSameNumber(expected, told)
  if (Array.isArray(expected)) {
    return (
      Array.isArray(told) &&
      told.length === expected.length &&
      expected.every((value, at) => isSame(value, told[at]))
    )
  }
  if (typeof expected === 'object' && expected !== null) {
    const names = Object.keys(expected)
    const other = told as Record<string, unknown>
    if (typeof told !== 'object' || told === null || Object.keys(told).length !== names.length) return false
    return names.every(name => isSame((expected as Record<string, unknown>)[name], other[name]))
  }
  return expected === told
}

function isSameNumber(expected: number, told: string): boolean {
  if (told === 'n:beyond')
    return !Number.isFinite(expected) || Math.abs(expected) > 1e200 || Math.abs(expected) < 1e-200
  const number = Number(told.slice(2))
  return told.startsWith('n:') && Math.abs(number - expected) <= Math.abs(expected) * 1e-14 + 1e-250
}
