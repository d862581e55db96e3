import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { AlertKind, type Alert } from '../../engine/contracts/alerts.ts'
import { AlertNoise } from '../../engine/contracts/telegram.ts'
import { offeredTo } from '../../engine/telegram/commands/offered-to.ts'
import { COMMANDS } from '../../engine/telegram/commands/table.ts'
import { alertReply } from '../../engine/telegram/texts/alert-reply.ts'
import { digestReply } from '../../engine/telegram/texts/digest-reply.ts'
import type { Reply } from '../../engine/telegram/reply.ts'
import { ALERT_STORY } from '../../engine/testkit/alert-story.ts'
import { storyMs } from '../../engine/testkit/mission-course.ts'
import { shownText } from '../../engine/testkit/shown-reply.ts'
import { tableUnder } from './markdown.ts'

const PAGE = path.resolve(import.meta.dirname, '../../docs/telegram.md')
const page = readFileSync(PAGE, 'utf8')

test('docs/telegram.md has every kind of alert with how loud it is at first', () => {
  const rows = tableUnder(page, '### How loud')
  const noise = AlertNoise.parse({})
  expect(rows.map(([kind, , level]) => [kind, level])).toEqual(
    AlertKind.options.map(kind => [`\`${kind}\``, `\`${noise[kind]}\``]),
  )
})

const HEADING = '### What each looks like'

/** As a commander’s chat shows it, with its buttons below. */
function shown(reply: Reply): string {
  const rows = (reply.buttons ?? []).map(row => row.map(({ label }) => `[${label}]`).join(' '))
  return ['```text', shownText(reply), ...rows, '```'].join('\n')
}

const told = (alert: Alert): string =>
  shown(offeredTo('commander', COMMANDS, alertReply(alert, { nowMs: alert.wallMs, currency: 'USD' })))

/** Where Telegram was out of reach from ten in the morning on. */
function digest(): string {
  const missed = Object.values(ALERT_STORY)
    .flat()
    .filter(({ wallMs, at }) => wallMs >= storyMs(30) && at?.account !== 'simulated')
  return shown(
    digestReply(missed, {
      why: 'back',
      fromMs: storyMs(30),
      toMs: storyMs(240),
      more: 0,
      currency: () => 'USD',
    }),
  )
}

/** All that stands between the heading's first paragraph and the next heading. */
function withExamples(text: string): string {
  const from = text.indexOf('\n\n', text.indexOf(HEADING) + HEADING.length + 2)
  const to = text.indexOf('\n## ', from)
  const kinds = AlertKind.options.map(kind => `\`${kind}\`\n\n${ALERT_STORY[kind].map(told).join('\n\n')}`)
  const after = `After an outage:\n\n${digest()}`
  return `${text.slice(0, from)}\n\n${[...kinds, after].join('\n\n')}\n${text.slice(to)}`
}

// `npx vitest run --project unit tests/docs/telegram.test.ts -u` writes them anew.
test('docs/telegram.md shows every alert as the bot tells it', async () => {
  await expect(withExamples(page)).toMatchFileSnapshot(PAGE)
})
