import type { MissionEntry, MissionsPageQuery } from '../../contracts/mission-log.ts'
import { AccountKind } from '../../contracts/primitives.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { missionsPage, type MissionSource } from '../../domain/missions-log/missions-page.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withArchive } from '../record.ts'
import { inR, minuteOf } from '../text.ts'
import type { MissionsFlags } from './missions-command.ts'

const MOST = 10_000
const PAGE = 200

export function showMissions(flags: MissionsFlags, context: CliContext, out: Output): Promise<Outcome> {
  const limit = Number(flags.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return Promise.resolve(
      failed('BAD_LIMIT', `--limit ${flags.limit} is not a whole number from 1 to ${MOST}. Try --limit 20.`),
    )
  return withArchive(flags, context, archive => {
    const kinds = flags.account ? [flags.account] : AccountKind.options.toReversed()
    const found = kinds
      .map(account => ({ account, missions: [...newest(archive, account, flags, limit)] }))
      .filter(({ missions }) => missions.length > 0)
    out.document({ missions: found })
    if (found.length === 0) out.line('No such mission in this ledger.')
    for (const { account, missions } of found) {
      out.line(`Missions, ${account}, newest first:`)
      for (const mission of missions) out.line(lineOf(mission))
    }
    return DONE
  })
}

function* newest(source: MissionSource, account: AccountKind, flags: MissionsFlags, limit: number) {
  const filter = { state: flags.state ?? null, pair: flags.pair ?? null, setup: flags.setup ?? null }
  let beforeSeq: MissionsPageQuery['beforeSeq'] = null
  for (let left = limit; left > 0;) {
    const page = missionsPage(source, {
      kind: 'missionsPage',
      account,
      beforeSeq,
      limit: Math.min(PAGE, left),
      filter,
    })
    yield* page.missions
    left -= page.missions.length
    beforeSeq = page.nextBeforeSeq
    if (beforeSeq === null) return
  }
}

function lineOf({
  id,
  pair,
  digits,
  setup,
  side,
  entry,
  issuedMs,
  state,
  why,
  r,
  ghostR,
}: MissionEntry): string {
  const end = r !== null ? inR(r) : ghostR !== null ? `ghost ${inR(ghostR)}` : ''
  const plan = `${pair} ${side.padEnd(4)} ${textFromPoints(entry, digits).padEnd(8)} ${setup.padEnd(12)}`
  return `${id}  ${minuteOf(issuedMs)}  ${plan} ${state.padEnd(8)} ${end.padEnd(14)} ${why.join(' ')}`.trimEnd()
}
