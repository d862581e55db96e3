import type { SettingsHistory } from '../../contracts/settings-desk.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import type { ControlFlags } from '../control/control-command.ts'
import { folderOf } from '../control/order.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { minuteOf } from '../text.ts'
import { leavesOf, valueText } from './leaves.ts'

export async function showSettings(
  key: string | undefined,
  flags: ControlFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const reply = await callDesk(folderOf(flags, context), { ask: 'settings' })
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  const { revision, settings } = reply.value
  const leaves = leavesOf(settings).filter(leaf => key === undefined || isUnder(leaf.key, key))
  if (leaves.length === 0)
    return failed('NO_SUCH_SETTING', `"${key}" is no setting that BITTEN knows. See: bitten settings get`)
  out.document({ revision, settings: key === undefined ? settings : leaves })
  out.line(`Revision ${revision}`)
  const width = Math.max(...leaves.map(leaf => leaf.key.length))
  for (const leaf of leaves) out.line(`${leaf.key.padEnd(width)}  ${valueText(leaf.value)}`)
  return DONE
}

const isUnder = (path: string, key: string): boolean => path === key || path.startsWith(`${key}.`)

export async function showHistory(flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> {
  const reply = await callDesk(folderOf(flags, context), { ask: 'settingsHistory' })
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  out.document(reply.value)
  for (const version of reply.value) out.line(versionText(version))
  return DONE
}

function versionText({ revision, atMs, origin, changed }: SettingsHistory[number]): string {
  const what = changed.map(({ key, from, to }) => `${key} ${valueText(from)} → ${valueText(to)}`).join(', ')
  return `${String(revision).padStart(4)}  ${minuteOf(atMs)} UTC  ${origin.padEnd(8)}  ${what || 'as found'}`
}
