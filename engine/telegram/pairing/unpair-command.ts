import type { Command } from '../commands/command.ts'
import { html, lines } from '../texts/html.ts'

/** A chat lets itself go: whoever lost a phone does it from another window of the same chat. */
export const unpair: Command = {
  name: 'unpair',
  does: 'Ends the pairing of this chat',
  group: 'bot',
  role: 'spotter',
  run: ({ chat, desk, hands }) =>
    Promise.resolve(
      hands.ask({
        chat: chat.chat,
        figures: lines(
          html`<b>End the pairing of this chat (${chat.role})?</b>`,
          'It is told nothing more, and nothing it says is obeyed. A new code from the window of the desk, or from bitten telegram code, pairs it again.',
        ),
        label: 'UNPAIR THIS CHAT',
        carryOut: async () => {
          const answer = await desk.note({ note: 'unpaired', chat: chat.chat, why: 'The chat asked for it.' })
          const why = 'text' in answer ? answer.text : 'It was refused.'
          return {
            html: answer.is === 'done' ? html`Unpaired.` : html`It is still paired: ${why}`,
            replaces: true,
          }
        },
      }),
    ),
}
