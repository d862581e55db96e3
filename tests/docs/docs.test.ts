import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { DenialCode, RefusalCode } from '../../engine/contracts/vocabulary.ts'
import { CARDS } from '../../engine/domain/citadel/cards.ts'
import { anchorsOf, brokenLink, linksOf, tableUnder } from './markdown.ts'
import { citationsOf, isFound, titlesOf, type Title } from './test-titles.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const NOT_OURS = ['node_modules', 'out', 'dist', 'test-results', 'playwright-report']
const inProject = (file: string) => path.join(ROOT, file)
const read = (file: string) => readFileSync(file, 'utf8')

const titlesByFile = new Map<string, readonly Title[]>()
function titlesIn(file: string): readonly Title[] {
  const known = titlesByFile.get(file)
  if (known) return known
  const titles = existsSync(inProject(file)) ? titlesOf(file, read(inProject(file))) : []
  titlesByFile.set(file, titles)
  return titles
}

function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory())
      return NOT_OURS.includes(entry.name) || entry.name.startsWith('.') ? [] : pagesUnder(place)
    return entry.name.endsWith('.md') ? [place] : []
  })
}

describe('every page', () => {
  const pages = pagesUnder(ROOT)

  test('has only links that lead somewhere', () => {
    const broken = pages.flatMap(page =>
      linksOf(read(page)).flatMap(target => {
        const why = brokenLink(page, target, read)
        return why === null ? [] : [`${path.relative(ROOT, page)}: ${why}`]
      }),
    )
    expect(broken).toEqual([])
  })

  test('cites only tests that exist, by their exact titles', () => {
    const wrong = pages.flatMap(page =>
      citationsOf(read(page)).flatMap(citation =>
        isFound(citation, titlesIn(citation.file))
          ? []
          : [`${path.relative(ROOT, page)}: ${citation.file} has no test "${citation.path.join('" › "')}"`],
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('docs/audit.md', () => {
  const text = read(inProject('docs/audit.md'))
  const rows = text
    .split('\n')
    .filter(line => /^\| (?:[A-Z]+\d+|\d+) \|/.test(line))
    .map(line => ({ line, number: line.split('|')[1]?.trim() ?? '' }))

  test('shows each of its rows by a test, an issue, or a reason for dropping it', () => {
    const bare = rows.filter(
      ({ line }) =>
        citationsOf(line).length === 0 &&
        !/\bissue \d/.test(line) &&
        !line.includes('](#dropped-on-purpose)'),
    )
    expect(bare.map(({ number }) => number)).toEqual([])
    expect(citationsOf(text).length).toBeGreaterThan(60)
  })

  test('gives each row its own number, and the must-haves the numbers 1 to 40', () => {
    const numbers = rows.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    const mustHaves = tableUnder(text, '## The forty must-haves')
    expect(mustHaves.map(([number]) => Number(number))).toEqual(Array.from({ length: 40 }, (_, k) => k + 1))
    for (const [, , state] of mustHaves) expect(state).toMatch(/^(?:done|thin|not yet)$/)
  })

  test('names only issues that are planned', () => {
    const issues = [...text.matchAll(/\bissue (\d+)/g)].map(([, number]) => Number(number))
    expect(issues.filter(number => number < 3 || number > 10)).toEqual([])
  })
})

describe('docs/denials.md', () => {
  const text = read(inProject('docs/denials.md'))
  const lists = [
    ['## Denied: a shot that is not fired', DenialCode.options],
    ['## Refused: a setup that does not become a mission', RefusalCode.options],
  ] as const

  test.each(lists)('%s explains every code of its list and no other', (heading, codes) => {
    const rows = tableUnder(text, heading)
    expect(rows.map(([code]) => code)).toEqual(codes.map(code => `\`${code}\``))
    for (const cells of rows) for (const cell of cells) expect(cell).not.toBe('')
  })

  test('names no code that does not exist', () => {
    const known: readonly string[] = [...DenialCode.options, ...RefusalCode.options]
    const named = [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`/g)].map(([, code = '']) => code)
    expect(named.filter(code => !known.includes(code))).toEqual([])
  })
})

test('docs/citadel.md gives each part of the shield the points, the standing and the evidence of its card', () => {
  const rows = tableUnder(read(inProject('docs/citadel.md')), '## The parts')
  const cards = Object.entries(CARDS).map(([part, { most, informs, evidence }]) => [
    `\`${part}\``,
    String(most),
    informs,
    evidence,
  ])
  expect(rows.map(([part, points, informs, , evidence]) => [part, points, informs, evidence])).toEqual(cards)
})

test('docs/README.md leads to every page of docs', () => {
  const listed = linksOf(read(inProject('docs/README.md'))).map(target => path.join(ROOT, 'docs', target))
  const pages = pagesUnder(inProject('docs')).filter(page => page !== inProject('docs/README.md'))
  expect(pages.filter(page => !listed.includes(page))).toEqual([])
})

describe('the readers', () => {
  test('a title is found through its groups, its tables and its templates', () => {
    const source = [
      `describe('a door', () => {`,
      `  it('opens', () => {})`,
      `  it.each([1])('opens %s times', () => {})`,
      '  test(`says ${word}`, () => {})',
      `})`,
      `test.runIf(here)('stands alone', () => {})`,
    ].join('\n')
    const titles = titlesOf('a.test.ts', source)
    const found = (...names: string[]) => isFound({ file: 'a.test.ts', path: names }, titles)
    expect(titles.filter(({ isGroup }) => !isGroup)).toHaveLength(4)
    expect(found('a door', 'opens') && found('opens') && found('opens %s times')).toBe(true)
    expect(found('says ${word}') && found('stands alone')).toBe(true)
    expect(found('a door') || found('a window', 'opens') || found('a door', 'stands alone')).toBe(false)
  })

  test('a citation is a file and a chain of titles', () => {
    expect(citationsOf('see `a.test.ts` › "a door" › "opens", and `b.ts` alone')).toEqual([
      { file: 'a.test.ts', path: ['a door', 'opens'] },
    ])
  })

  test('links are read outside of code, and anchors as headings make them', () => {
    expect(linksOf('[a](b.md "b") ![c](d.png) `[e](f)`\n\n```\n[g](h)\n```\n\n[i]: j.md\n')).toEqual([
      'b.md',
      'd.png',
      'j.md',
    ])
    expect([...anchorsOf('# Dropped on purpose\n## Why? Because.\n## Why? Because.\n')]).toEqual([
      'dropped-on-purpose',
      'why-because',
      'why-because-1',
    ])
    expect(brokenLink(inProject('docs/audit.md'), 'nowhere.md', read)).toBe('nowhere.md is not there')
    expect(brokenLink(inProject('docs/audit.md'), '#nowhere', read)).toMatch(/names no heading/)
    expect(brokenLink(inProject('docs/audit.md'), '#dropped-on-purpose', read)).toBeNull()
  })
})
