import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { aBusyDesk } from '../../../testkit/busy-desk.ts'
import { keepRecord } from '../../../testkit/recorded-desk.ts'
import { said, wordsOf } from '../../../testkit/said-to-bot.ts'
import { parseHtml } from '../../../testkit/telegram-server/markup/html.ts'
import { tradeHistory } from '../../../testkit/trade-history.ts'
import { COMMANDS } from '../table.ts'
import { READING_COMMANDS } from './index.ts'

const desk = aBusyDesk()
keepRecord(desk, tradeHistory({ trades: 5, account: 'simulated' }))

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom('1', '7', '0', '-1', '99999', '1e9', 'demo', 'live', 'sim', 'here', 'EURUSD', '<b>', '&amp;', '0007', '%'), { maxLength: 5 }).map(list => list.join(' ')),
) // prettier-ignore

/** Everything that a button of an answer may say. */
const NAMES: ReadonlySet<string> = new Set(COMMANDS.map(({ name }) => name))

test.prop([fc.constantFrom(...READING_COMMANDS), words], { numRuns: 300 })(
  'whatever stands behind a reading command, it is answered in marks that Telegram reads, with buttons that mean something',
  async ({ name }, rest) => {
    const { html, buttons = [] } = await said(desk, `/${name} ${rest}`)
    expect(parseHtml(html.text).text.trim()).not.toBe('')
    for (const button of buttons.flat()) {
      if (!('says' in button)) continue
      expect(NAMES.has(button.says.slice(1).split(' ')[0] ?? '')).toBe(true)
      expect(Buffer.byteLength(button.says)).toBeLessThanOrEqual(64)
    }
  },
)

/** A desk may run without one: whoever has none is told what to write. */
test('no reading command sends a person to the window alone', async () => {
  const bare = aBusyDesk()
  keepRecord(bare, [])
  for (const { name } of READING_COMMANDS)
    for (const each of [desk, bare])
      for (const sentence of wordsOf(await said(each, `/${name}`)).split(/(?<=\.)\s/))
        if (/(in|of|from) the window/.test(sentence)) expect(sentence, name).toMatch(/\bbitten \w/)
})

test('a reading command changes nothing; only a note is written', () => {
  expect(desk.commands.filter(({ command }) => command.kind !== 'writeJournal')).toEqual([])
  expect([desk.notes, desk.wishes]).toEqual([[], []])
})
