import type { Reply } from '../reply.ts'
import { pages } from '../texts/pages.ts'

/** Room for `repeatMark`. */
const MARK = 100
/** https://core.telegram.org/bots/api#sendmessage and #sendphoto: characters after the marks are read. */
const TEXT_MOST = 4_096 - MARK
const CAPTION_MOST = 1_024 - MARK

/** A reply in as many messages as it needs: the first has the picture and may make a sound, the last has what can be pressed. */
export function partsOf(reply: Reply): readonly [Reply, ...Reply[]] {
  const { buttons, keys, picture, isSilent = false, html } = reply
  const [first = html, ...rest] = pages(html, picture ? CAPTION_MOST : TEXT_MOST)
  if (rest.length === 0) return [reply]
  const pressed = { ...(buttons ? { buttons } : {}), ...(keys ? { keys } : {}) }
  const last = rest.length - 1
  return [
    { html: first, isSilent, ...(picture ? { picture } : {}) },
    ...rest.map((page, at) => ({ html: page, isSilent: true, ...(at === last ? pressed : {}) })),
  ]
}
