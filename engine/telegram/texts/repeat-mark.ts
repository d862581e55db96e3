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
