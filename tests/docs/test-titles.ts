import { parseSync } from 'vite'

/** A `describe`, `it` or `test` of a file, with the groups that it stands in, outermost first. */
export type Title = Readonly<{ text: string; groups: readonly string[]; isGroup: boolean }>

/** A test as a page names it: its file, the groups that were written down, and its own title last. */
export type Citation = Readonly<{ file: string; path: readonly string[] }>

const GROUPS = ['describe', 'suite']
const TESTS = ['it', 'test']

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every title of a test file as it is written there; of a template, the text between its back-ticks. */
export function titlesOf(file: string, source: string): Title[] {
  const { program, errors } = parseSync(file, source)
  const failure = errors[0]
  if (failure !== undefined) throw new Error(`${file} does not parse: ${failure.message}`)
  const titles: Title[] = []
  visit(program, [], titles, source)
  return titles
}

function visit(value: unknown, groups: readonly string[], titles: Title[], source: string): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, groups, titles, source)
    return
  }
  if (!isNode(value)) return
  const title = titleOf(value, groups, source)
  if (title) titles.push(title)
  const inside = title?.isGroup ? [...groups, title.text] : groups
  for (const child of Object.values(value)) visit(child, inside, titles, source)
}

function titleOf(node: Node, groups: readonly string[], source: string): Title | null {
  if (node['type'] !== 'CallExpression') return null
  const name = rootOf(node['callee'])
  const isGroup = GROUPS.includes(name)
  if (!isGroup && !TESTS.includes(name)) return null
  const [first] = Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : []
  const text = textOf(first, source)
  return text === null ? null : { text, groups, isGroup }
}

/** `it` of `it.each(rows)(…)` and of `it.runIf(here)(…)`. */
function rootOf(callee: unknown): string {
  if (!isNode(callee)) return ''
  if (callee['type'] === 'Identifier') return String(callee['name'])
  return rootOf(callee['object'] ?? callee['callee'] ?? callee['tag'])
}

function textOf(node: unknown, source: string): string | null {
  if (!isNode(node)) return null
  if (node['type'] === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node['type'] !== 'TemplateLiteral') return null
  return source.slice(Number(node['start']) + 1, Number(node['end']) - 1)
}

/** What a page cites, written as `file` › "group" › "title"; groups may be left out. */
export function citationsOf(text: string): Citation[] {
  return [...text.matchAll(/`([^`\n]+)`((?:\s*›\s*"[^"\n]+")+)/g)].map(([, file = '', chain = '']) => ({
    file,
    path: [...chain.matchAll(/"([^"\n]+)"/g)].map(([, title = '']) => title),
  }))
}

/** True when the last name is a test and the others are groups around it, in their order. */
export function isFound({ path }: Citation, titles: readonly Title[]): boolean {
  const groups = path.slice(0, -1)
  return titles.some(
    title =>
      !title.isGroup &&
      title.text === path.at(-1) &&
      groups.join('\n') === title.groups.slice(title.groups.length - groups.length).join('\n'),
  )
}
