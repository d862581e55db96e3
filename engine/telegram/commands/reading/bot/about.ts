/** What the program is, what it logged, and who asks. */
import { minuteOf, spanOf } from '../../../../domain/words/times.ts'
import { html, lines, oneLine } from '../../../texts/html.ts'
import { helloReply } from '../../../texts/hello-reply.ts'
import type { Command } from '../../command.ts'
import { KEYS } from '../../menus.ts'
import { leadsTo, reading } from '../parts/reading.ts'

const USUAL_LINES = 10
const MOST_LINES = 30
const LONGEST_LINE = 110

export const version = reading({
  name: 'version',
  does: 'Which BITTEN this is, since when it runs, and how its engine is',
  group: 'bot',
  show: async ({ desk, now }) => {
    const { version: of, startedMs, engine, notices } = await desk.about()
    const [newest] = notices
    return {
      html: lines(
        html`<b>BITTEN ${of}</b>`,
        `Runs since ${minuteOf(startedMs)} UTC, for ${spanOf(now() - startedMs)}`,
        engine === 'running' ? 'The engine is running.' : html`<b>Engine:</b> ${engine}`,
        newest === undefined ? null : `Last notice, ${minuteOf(newest.atMs)} UTC: ${newest.text}`,
      ),
      buttons: [[leadsTo('Logs', '/logs'), leadsTo('Link', '/link')]],
    }
  },
})

export const logs = reading({
  name: 'logs',
  aliases: ['log'],
  does: 'The newest n lines of the log',
  takes: '[N]',
  group: 'bot',
  role: 'commander',
  show: async ({ desk, words }) => {
    const [word] = words
    const n = word === undefined ? USUAL_LINES : Number(word)
    if (!Number.isInteger(n) || n < 1 || n > MOST_LINES)
      return {
        isWrong: true,
        html: html`“${oneLine(word ?? '', 40)}” makes no sense after /logs: it takes a number from 1 to ${MOST_LINES}.`,
      }
    const { log } = await desk.about()
    const shown = log.slice(-n)
    return {
      html: lines(
        html`<b>Log</b>, newest last`,
        shown.length === 0 ? 'Nothing has been logged yet.' : null,
        ...shown.map(
          ({ atMs, level, text }) =>
            html`<code>${minuteOf(atMs).slice(5)} ${level}</code> ${oneLine(text, LONGEST_LINE)}`,
        ),
      ),
      buttons: [[leadsTo('Version', '/version'), leadsTo('Status', '/status')]],
    }
  },
})

export const whoami = reading({
  name: 'whoami',
  aliases: ['tg_info', 'me'],
  does: 'Who this chat is to the desk',
  group: 'bot',
  show: ({ chat: { chat, role, name, pairedMs } }) => ({
    html: lines(
      html`<b>${name}</b>`,
      `Chat ${chat}, paired as ${role} since ${minuteOf(pairedMs)} UTC.`,
      role === 'commander'
        ? 'A commander reads, trades and changes settings.'
        : 'A spotter reads and is alerted, and changes nothing.',
      'A new code from the window, or from bitten telegram code, gives another role; /unpair ends it.',
    ),
  }),
})

/** Written by Telegram itself when a chat is opened again. A new code is heard before commands are. */
export const start: Command = {
  name: 'start',
  does: 'Says hello, and brings the keys below the text field back',
  group: 'bot',
  role: 'spotter',
  run: ({ chat }) =>
    Promise.resolve({
      ...helloReply(chat),
      // In a group the bot does not see what is written without a slash.
      ...(chat.chat > 0 ? { keys: KEYS[chat.role].map(row => row.map(({ label }) => label)) } : {}),
    }),
}
