import { existsSync } from 'node:fs'
import path from 'node:path'
import { PAIRS } from '../../contracts/pairs.ts'
import { SimulatorStart } from '../../contracts/simulator.ts'
import { readPairingKey } from '../../host/data-folder/pairing-file.ts'
import { readSettings } from '../../host/data-folder/settings-file.ts'
import { failed, type Failure } from '../outcome.ts'
import type { TerminalSimFlags } from './terminal-sim-command.ts'

type Start = Readonly<{ is: 'start'; start: SimulatorStart }>

/** What the simulator is told, from the options and, for what they leave out, from the desk's own data folder. */
export function simulatorStart(flags: TerminalSimFlags, folder: string): Start | Failure {
  const key = flags.key ?? pairingKeyIn(folder)
  if (typeof key !== 'string') return key
  const port = flags.port ?? portIn(folder)
  if (typeof port !== 'number') return port
  const start = SimulatorStart.safeParse({
    endpoint: `tcp://127.0.0.1:${port}`,
    pairingKey: key,
    uuid: flags.uuid,
    account: {
      balance: Number(flags.balance),
      currency: flags.currency.toUpperCase(),
      margin: flags.netting ? 'netting' : 'hedging',
    },
    source: sourceOf(flags),
    speed: flags.speed,
    stateFile: flags.state === undefined ? null : path.resolve(flags.state),
  })
  if (start.success) return { is: 'start', start: start.data }
  const issue = start.error.issues[0]
  return failed('USAGE', `${issue?.path.join(' ')}: ${issue?.message}. See: bitten terminal-sim --help`)
}

function sourceOf({ data, serverOffset, seed, start }: TerminalSimFlags): unknown {
  if (data === undefined)
    return { kind: 'generator', seed, startMs: Date.parse(`${start}T06:00Z`), pairs: PAIRS }
  return { kind: 'files', files: data, serverTime: serverOffset }
}

function pairingKeyIn(folder: string): string | Failure {
  if (!existsSync(path.join(folder, 'pairing.key')))
    return failed(
      'NO_KEY',
      `There is no pairing key in ${folder}. Start the desk once, or give its key with --key`,
    )
  const key = readPairingKey(folder)
  return key.is === 'key' ? key.text : failed(key.code, key.text)
}

function portIn(folder: string): number | Failure {
  const read = readSettings(folder)
  return read.is === 'settings' ? read.settings.port : failed(read.code, read.text)
}
