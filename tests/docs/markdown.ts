import { existsSync } from 'node:fs'
import path from 'node:path'

/** Code is quoted, never followed: a link or a code word inside a fence belongs to the example. */
const withoutFences = (text: string): string => text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*[ \t]*$/gm, '')

/** Where a page points to: targets of links and pictures, without their titles. */
export function linksOf(text: string): string[] {
  const plain = withoutFences(text).replace(/`[^`\n]*`/g, '')
  const inline = [...plain.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
  const defined = [...plain.matchAll(/^\[[^\]^]+\]:\s*<?(\S+?)>?\s*$/gm)]
  const drawn = [...plain.matchAll(/<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g)]
  return [...inline, ...defined, ...drawn].map(([, target]) => target ?? '')
}

/** The anchors that headings make: lower case, punctuation dropped, spaces as dashes, repeats numbered. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>()
  const anchors = new Set<string>()
  for (const [, heading] of withoutFences(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    anchors.add(before === 0 ? slug : `${slug}-${before}`)
  }
  return anchors
}

/** Why a link of the page `file` leads nowhere, or null. Addresses of other sites are not asked. */
export function brokenLink(file: string, target: string, read: (file: string) => string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return null
  const [place = '', anchor] = target.split('#')
  const page = place === '' ? file : path.join(path.dirname(file), decodeURIComponent(place))
  if (!existsSync(page)) return `${target} is not there`
  if (anchor === undefined || !page.endsWith('.md')) return null
  return anchorsOf(read(page)).has(anchor) ? null : `${target} names no heading of ${path.basename(page)}`
}

/** One row of a table as its cells, in Markdown. Pipes inside of code must be escaped there, so a split is enough. */
export const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim())

/** Rows of the table under a heading, its head and its rule left out. */
export function tableUnder(text: string, heading: string): string[][] {
  const from = text.indexOf(`\n${heading}\n`)
  if (from < 0) throw new Error(`no heading "${heading}"`)
  const section = text.slice(from + heading.length + 2).split(/^#{1,6}\s/m)[0] ?? ''
  const rows = section.split('\n').filter(line => line.startsWith('|'))
  return rows.slice(2).map(cellsOf)
}
