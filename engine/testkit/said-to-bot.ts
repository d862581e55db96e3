import { EpochMs } from '../contracts/primitives.ts'
import type { PairedChat } from '../contracts/telegram.ts'
import { COMMANDS } from '../telegram/commands/table.ts'
import { TableRouter } from '../telegram/commands/table-router.ts'
import type { DeskLine } from '../telegram/desk-line.ts'
import type { Reply } from '../telegram/reply.ts'
import { aPairedChat } from './command-bench.ts'

type SaidOptions = Readonly<{ chat?: PairedChat; nowMs?: EpochMs }>

/** What a chat is answered that writes this to the bot, through the table of all commands. */
export async function said(
  desk: DeskLine,
  text: string,
  { chat = aPairedChat(), nowMs = EpochMs.parse(0) }: SaidOptions = {},
): Promise<Reply> {
  const router = new TableRouter({
    desk,
    now: () => nowMs,
    commands: COMMANDS,
    log: { write: (level, words, data) => { if (level === 'error') throw new Error(`${words} ${JSON.stringify(data)}`) } },
    tell: () => undefined,
  }) // prettier-ignore
  const reply = await router.said({ chat, text, sentMs: nowMs })
  if (reply === null) throw new Error(`${text} was not answered`)
  return reply
}

/** As it is read: without marks. */
export const wordsOf = ({ html }: Reply): string =>
  html.text
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Labels and what they say, row by row. */
export const buttonsOf = ({ buttons = [] }: Reply): string[][] =>
  buttons.map(row => row.map(button => `${button.label} → ${'says' in button ? button.says : ''}`))
