import type { SettingsAnswer, SettingsNow } from '../../contracts/settings-desk.ts'
import { callDesk, type DeskReply } from '../../host/control/call-desk.ts'
import { folderOf } from '../control/order.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { treeOf, valueOf } from './leaves.ts'
import type { SettingFlags } from './settings-command.ts'

export function setSetting(
  key: string,
  value: string,
  flags: SettingFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const change = treeOf(key, valueOf(value))
  return ask(flags, context, out, (folder, { revision: seen }, typed) =>
    callDesk(folder, { ask: 'changeSettings', wish: { seen, change, typed } }),
  )
}

export function restoreSettings(
  revision: number,
  flags: SettingFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  return ask(flags, context, out, (folder, { revision: seen }, typed) =>
    callDesk(folder, { ask: 'restoreSettings', wish: { seen, revision, typed } }),
  )
}

type Asked = DeskReply<'changeSettings' | 'restoreSettings'>

/** Looks first, so that the wish says what it was made on. */
async function ask(
  flags: SettingFlags,
  context: CliContext,
  out: Output,
  wish: (folder: string, now: SettingsNow, typed: string | null) => Promise<Asked>,
): Promise<Outcome> {
  const folder = folderOf(flags, context)
  const now = await callDesk(folder, { ask: 'settings' })
  if (now.is === 'refused') return failed(now.code, now.text)
  const reply = await wish(folder, now.value, flags.typed ?? null)
  return reply.is === 'refused' ? failed(reply.code, reply.text) : say(reply.value, flags.typed, out)
}

function say(answer: SettingsAnswer, typed: string | undefined, out: Output): Outcome {
  switch (answer.is) {
    case 'done':
      out.document(answer)
      out.line(`${answer.text} Revision ${answer.revision}.`)
      return DONE
    case 'confirm': {
      const why = typed === undefined ? '' : 'These are not the words. '
      return failed(
        'CONFIRM',
        `${why}${answer.text} Nothing was changed. If you mean it, add: --typed "${answer.phrase}"`,
      )
    }
    case 'refused':
      return failed(answer.code, answer.text)
  }
}
