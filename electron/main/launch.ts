import { parseArgs } from 'node:util'
import { Launch } from '../../engine/contracts/launch.ts'

export type LaunchRefusal = Readonly<{ is: 'refused'; text: string }>

/**
 * Our switches out of a command line that carries Chromium's and the test driver's too: what isn't ours is left alone,
 * what is ours must be right.
 */
export function readLaunch(
  argv: readonly string[],
): Readonly<{ is: 'launch'; launch: Launch }> | LaunchRefusal {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowNegative: true,
    options: {
      training: { type: 'boolean' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      tray: { type: 'boolean' },
      data: { type: 'string' },
    },
  })
  const { training, seed, speed, tray, data } = values
  const read = Launch.safeParse({ training, seed, speed, tray, data })
  if (read.success) return { is: 'launch', launch: read.data }
  return { is: 'refused', text: `${read.error.issues.map(issue => issue.message).join('; ')}.` }
}
