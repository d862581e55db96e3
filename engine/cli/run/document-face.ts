import type { Host } from '../../host/index.ts'
import type { Output } from '../output.ts'
import { oneWayFace, type Face } from './face.ts'

/** Every stored event and every notice, as a document a line. */
export function writeDocuments(host: Host, out: Output): Face {
  const notice = (one: ReturnType<Host['notices']>[number]) => out.document({ kind: 'notice', ...one })
  for (const one of host.notices().toReversed()) notice(one)
  return oneWayFace(
    host.onNotice(notice),
    host.onTold(events => {
      for (const event of events) out.document({ kind: 'event', ...event })
    }),
  )
}
