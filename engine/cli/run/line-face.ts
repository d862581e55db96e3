import type { Host } from '../../host/index.ts'
import type { Output } from '../output.ts'
import { minuteOf } from '../text.ts'
import { sentenceOf } from './event-sentence.ts'
import { oneWayFace, type Face } from './face.ts'

/** One line for each thing that a person would want to know. */
export function writeLines(host: Host, out: Output): Face {
  const notice = (one: ReturnType<Host['notices']>[number]) => out.line(`${minuteOf(one.atMs)}  ${one.text}`)
  for (const one of host.notices().toReversed()) notice(one)
  return oneWayFace(
    host.onNotice(notice),
    host.onTold(events => {
      for (const { event } of events) {
        const sentence = sentenceOf(event)
        if (sentence !== null) out.line(`${minuteOf(event.atMs)}  ${sentence}`)
      }
    }),
  )
}
