import type { NoticeView } from '../../contracts/views.ts'
import type { Log } from '../../ports/log.ts'
import type { Host, HostRefusal } from '../host-api.ts'
import { openControlChannel, type ControlChannel } from './control-channel.ts'
import { answerRequest, type ControlledHost } from './control-desk.ts'

export type ControlOptions = Readonly<{
  host: Host & Pick<ControlledHost, 'version' | 'nextId' | 'show'>
  log: Log
  notice(level: NoticeView['level'], text: string): void
}>

/** A desk that can't be asked from outside still trades; one beside another on the same data must not. */
export async function openControl({
  host,
  log,
  notice,
}: ControlOptions): Promise<ControlChannel | HostRefusal | null> {
  const { dataFolder } = host.ready()
  const channel = await openControlChannel({
    dataFolder,
    answer: request => answerRequest(host, request),
    log,
  })
  if (channel.is === 'open') return channel
  if (channel.is === 'taken') return { is: 'refused', code: 'SECOND_INSTANCE', text: channel.text }
  notice('warn', channel.text)
  return null
}
