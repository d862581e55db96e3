import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { typed } from '../../engine/telegram/commands/help.ts'
import { KEYS } from '../../engine/telegram/commands/menus.ts'
import { READING_COMMANDS } from '../../engine/telegram/commands/reading/index.ts'
import { COMMANDS } from '../../engine/telegram/commands/table.ts'
import type { Reply } from '../../engine/telegram/reply.ts'
import { aBusyDesk } from '../../engine/testkit/busy-desk.ts'
import { keepRecord } from '../../engine/testkit/recorded-desk.ts'
import { said } from '../../engine/testkit/said-to-bot.ts'
import { parseHtml } from '../../engine/testkit/telegram-server/markup/html.ts'
import { tradeHistory } from '../../engine/testkit/trade-history.ts'
import { tableUnder } from './markdown.ts'

const PAGE = path.resolve(import.meta.dirname, '../../docs/telegram.md')
const page = readFileSync(PAGE, 'utf8')
const HEADING = '## Commands that read'
/** Of a training ground, so that every message says so. */
const EXAMPLES = ['/status', '/missions', '/positions', '/profit', '/daily']

test('docs/telegram.md has every command that reads, by which other names, and for whom', () => {
  const help = COMMANDS.filter(({ name }) => name === 'help')
  const rows = [...READING_COMMANDS, ...help].map(command => {
    const also = (command.aliases ?? []).map(alias => `\`/${alias}\``).join(' ')
    return [
      `\`${typed(command)}\``,
      command.does,
      also,
      command.role === 'spotter' ? 'everybody' : 'commanders',
    ]
  })
  expect(tableUnder(page, HEADING)).toEqual(rows)
})

test('docs/telegram.md names every key below the text field', () => {
  const [paragraph = ''] = page.slice(page.indexOf('Keys below the text field')).split('\n\n')
  const named = [...paragraph.matchAll(/\*(\w+)\*/g)].map(([, label]) => label)
  expect(new Set(named)).toEqual(new Set(KEYS.commander.flat().map(({ label }) => label)))
})

/** As a chat shows it, with its buttons below. */
function shown({ html, buttons = [] }: Reply): string {
  const rows = buttons.map(row => row.map(({ label }) => `[${label}]`).join(' '))
  return ['```text', parseHtml(html.text).text, ...rows, '```'].join('\n')
}

test.each(EXAMPLES)('docs/telegram.md shows %s as the bot answers it', async text => {
  const desk = aBusyDesk()
  keepRecord(desk, tradeHistory({ trades: 120, account: 'simulated' }))
  expect(page).toContain(`\`${text}\`\n\n${shown(await said(desk, text))}`)
})
