/** A control channel on a folder, with any answers, for tests of both of its ends. */
import { onTestFinished } from 'vitest'
import type { ControlReply } from '../contracts/control.ts'
import {
  openControlChannel,
  type ChannelOptions,
  type ControlChannel,
} from '../host/control/control-channel.ts'

export const SHOWN = { is: 'done', text: 'shown' } as const
export const ANSWERED: ControlReply = { is: 'answer', value: SHOWN }

export async function openChannel(
  dataFolder: string,
  fields: Partial<ChannelOptions> = {},
): Promise<ControlChannel> {
  const channel = await openControlChannel({
    dataFolder,
    answer: () => Promise.resolve(ANSWERED),
    log: { write: () => undefined },
    ...fields,
  })
  if (channel.is !== 'open') throw new Error(channel.text)
  onTestFinished(() => channel.close())
  return channel
}
