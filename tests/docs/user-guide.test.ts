/** What the guide names is there: words of the screen, keys, settings, commands and pictures. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingFacts } from '../../engine/host/settings/setting-facts.ts'
import { pagesCopy } from '../../renderer/copy/pages.ts'
import type { Hands } from '../../renderer/features/palette/action.ts'
import { actionsOf } from '../../renderer/features/palette/actions.ts'
import { keyText, pageKey } from '../../renderer/features/palette/key.ts'
import { busyRoom } from '../e2e/support/rooms.ts'
import { linksOf } from './markdown.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const inProject = (file: string) => path.join(ROOT, file)
const text = readFileSync(inProject('docs/user-guide.md'), 'utf8')
const prose = text.replace(/^```[\s\S]*?^```$/gm, '')

/** Every sentence and word of the window, but those that are made with a figure in them. */
async function wordsOfTheWindow(): Promise<ReadonlySet<string>> {
  const files = readdirSync(inProject('renderer/copy')).filter(name => name.endsWith('.ts'))
  const modules = await Promise.all(
    files.map(name => import(inProject(`renderer/copy/${name}`)) as Promise<unknown>),
  )
  return new Set(modules.flatMap(stringsIn))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const matches = (pattern: RegExp) => [...new Set([...prose.matchAll(pattern)].map(([, found = '']) => found))]
const italics = matches(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g)
const codes = matches(/`([^`\n]+)`/g)

const actions = actionsOf({ desk: { simulation: {} } } as unknown as Hands, {
  state: { view: busyRoom, trouble: null, silent: false },
  pages: [],
})
const keys = [
  ...actions.flatMap(action => action.keys ?? []),
  ...Array.from({ length: 20 }, (_, index) => pageKey(index)).flatMap(key => (key === null ? [] : [key])),
].map(key => keyText(key, false).replace(/, held$/, ''))

function keyOf(page: number): string {
  const key = pageKey(page)
  return key === null ? 'no key' : keyText(key, false)
}
const wordOf = (id: string | undefined): string =>
  String(Object.entries(pagesCopy).find(([name]) => name === id)?.[1])

/** Names of no setting and no key: parts of a keyboard, a unit, one file, one variable, and how the app is started. */
const OTHERS = ['Ctrl', 'Alt', 'keys', 'settings', 'logs/bitten.log', 'BITTEN_SECRET_KEY', 'npm start']

describe('docs/user-guide.md', () => {
  test('calls what stands on the screen as it stands there', async () => {
    const words = await wordsOfTheWindow()
    expect(words.size).toBeGreaterThan(500)
    const known = [...words].map(word => word.toLowerCase())
    const unknown = italics.filter(word => !known.includes(word.toLowerCase()))
    expect(unknown).toEqual(['italics'])
    expect(italics.length).toBeGreaterThan(50)
  })

  test('names keys, settings and commands that there are', () => {
    const settings = settingFacts().map(({ key }) => key)
    const cli = readFileSync(inProject('README.md'), 'utf8')
    const isCommand = (code: string) => code.startsWith('bitten ') && cli.includes(`npx ${code}`)
    const unknown = codes.filter(
      code => !keys.includes(code) && !settings.includes(code) && !isCommand(code) && !OTHERS.includes(code),
    )
    expect(unknown).toEqual([])
  })

  test('has each page of the rail beside its key, and each emergency key beside its button', () => {
    // The list itself draws its signs, which no test of words can load.
    const rail = readFileSync(inProject('renderer/app/pages.tsx'), 'utf8')
    const words = [...rail.matchAll(/word: pagesCopy\.(\w+)/g)].map(([, id]) => wordOf(id))
    expect(words.length).toBeGreaterThan(10)
    const named = words.map((word, index) => `*${word}* \`${keyOf(index)}\``)
    expect(named.filter(each => !prose.includes(each))).toEqual([])
    for (const row of [
      '*Pause* | `Alt P`',
      '*Safe* | `Alt S`',
      '*Cancel* | `Alt C`',
      '*Flatten* | `F`, held',
    ])
      expect(prose).toContain(row)
  })

  test('says what a start at login lacks', () => {
    const paragraph = prose.split('\n\n').find(each => each.includes('*Start with the computer*'))
    expect(paragraph).toContain('never writes down the key `BITTEN_SECRET_KEY`')
    expect(paragraph).toContain('On a Mac it works for an installed app only')
  })

  test('shows every picture that was taken for it, and no other of its folder', () => {
    const shown = linksOf(text).flatMap(link => /^pictures\/user-guide\/(.+)$/.exec(link)?.[1] ?? [])
    expect(shown.toSorted()).toEqual(readdirSync(inProject('docs/pictures/user-guide')).toSorted())
  })

  test('has each of its chapters in its list, in their order', () => {
    const listed = [...text.matchAll(/^\d+\. \[(.+?)\]/gm)].map(([, title]) => title)
    const chapters = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    expect(listed).toEqual(chapters)
  })
})
