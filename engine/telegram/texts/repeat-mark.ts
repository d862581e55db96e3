import type { Reply } from '../reply.ts'
import { html, lines } from './html.ts'

/** Said again, because the answer to the first time was lost: whoever sees it twice shall not take it for two. */
export const repeatMark = (reply: Reply): Reply => ({
  ...reply,
  html: lines(
    html`<i>↻ This may be here twice: Telegram did not say whether the first one arrived.</i>`,
    reply.html,
  ),
})

/** Before the repeat of a message that can't be looked for: the bot has just started, and knows the number of none. */
export const REPEAT_FOLLOWS: Reply = {
  html: html`↻ Telegram did not say whether the last message arrived. It follows once more.`,
  isSilent: true,
}
