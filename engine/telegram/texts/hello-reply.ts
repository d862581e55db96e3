import type { ChatRole } from '../../contracts/telegram-chat.ts'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { Reply } from '../reply.ts'
import { html, lines, oneLine } from './html.ts'
import { head } from './parts.ts'

const MAY: Readonly<Record<ChatRole, string>> = {
  commander: 'This chat commands: it hears every alert, asks for figures, and trades after a second press.',
  spotter: 'This chat watches: it hears every alert and asks for figures, and changes nothing.',
}

/** To a chat that was paired just now, or of which a trader wants to see that messages arrive. */
export function helloReply({ name, role }: Pick<PairedChat, 'name' | 'role'>): Reply {
  return {
    html: lines(
      head('📡', 'BITTEN is on the line'),
      html`Hello, ${oneLine(name, 60)}. ${MAY[role]} Send /help for all that it may say.`,
    ),
  }
}
