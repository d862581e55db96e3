import type { PairedChat } from '../../contracts/telegram.ts'
import type { Reply } from '../reply.ts'
import { html, lines } from './html.ts'

/** To a chat that was paired just now, or of which a trader wants to see that messages arrive. */
export function helloReply({ name, role }: Pick<PairedChat, 'name' | 'role'>): Reply {
  return {
    html: lines(
      html`<b>BITTEN is here, ${name}.</b>`,
      `This chat is paired as ${role}. Send /help for what it may ask.`,
    ),
  }
}
