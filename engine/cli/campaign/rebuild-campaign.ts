import { everyRow, openArchive, verifyLedger } from '../../adapters/ledger/index.ts'
import { Rebuild, type Difference, type RebuiltKind } from '../../domain/campaign/rebuild.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import type { CliContext } from '../context.ts'
import { placeOf, saying, type LedgerPlace } from '../ledger/place.ts'
import { DONE, REPORTED, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { count, counted } from '../text.ts'
import { checkpointLines, compareCheckpoint } from './compare-checkpoint.ts'
import type { RebuildFlags } from './campaign-command.ts'

/** A ledger that disagrees in thousands of places is said to, and the first of them are named. */
const NAMED = 20

const WORDS: Readonly<Record<Difference['is'], (difference: Difference) => string>> = {
  untold: ({ earned }) => `earned (${earned} XP) and never told; a start of the desk tells it`,
  unearned: ({ told }) => `told (${told} XP) and earned by no fact`,
  amount: ({ earned, told }) => `told with ${told} XP; the facts earn ${earned}`,
  twice: ({ earned, told }) => `told more than once (${told} XP); the facts earn ${earned}`,
}

/** The chain first: of a ledger that was edited nothing else is worth saying. */
export function rebuildCampaign(flags: RebuildFlags, context: CliContext, out: Output): Promise<Outcome> {
  return saying(async () => {
    const place = placeOf(flags, context)
    if (place.is === 'failed') return place
    const { events } = verifyLedger(place)
    const rebuilt = rebuild(place)
    const kinds = rebuilt.kinds()
    const differences = rebuilt.differences()
    const desk = flags.check ? await askDesk(place, kinds) : { is: 'notAsked' as const }
    const checkpoint = flags.check ? compareCheckpoint(place, context) : { is: 'notAsked' as const }
    const ok = differences.length === 0 && desk.is !== 'differs' && checkpoint.is !== 'differs'
    out.document({ ok, events, kinds, differences, checkpoint, desk })
    out.line(`${place.file}: ${counted(events, 'event')}, unbroken.`)
    if (kinds.length === 0 && differences.length === 0) out.line('Nothing has been earned yet.')
    for (const kind of kinds) out.line(kindLine(kind))
    const lines = [differenceLines(differences), checkpointLines(checkpoint), deskLines(desk)]
    for (const line of lines.flat()) out.line(line)
    return flags.check && !ok ? REPORTED : DONE
  })
}

type DeskWord =
  | Readonly<{ is: 'notAsked' }>
  | Readonly<{ is: 'notRunning' }>
  | Readonly<{ is: 'same' | 'differs'; account: AccountKind; xp: number; told: number }>

/** What a running desk says of the account that it shows. It may tell an award meanwhile, so the ledger is read again behind it. */
async function askDesk(place: LedgerPlace, before: readonly RebuiltKind[]): Promise<DeskWord> {
  const reply = await callDesk(place.dataFolder, { ask: 'status' })
  const desk = reply.is === 'answer' ? reply.value.desk : null
  if (!desk) return { is: 'notRunning' }
  const { kind: account, xp } = desk.campaign
  const toldIn = (kinds: readonly RebuiltKind[]) => kinds.find(kind => kind.account === account)?.xp ?? 0
  const told = toldIn(before)
  const isSame = xp === told || xp === toldIn(rebuild(place).kinds())
  return { is: isSame ? 'same' : 'differs', account, xp, told }
}

function deskLines(desk: DeskWord): readonly string[] {
  if (desk.is === 'same') return [`The running desk has the same: ${desk.account}, ${count(desk.xp)} XP.`]
  if (desk.is === 'notAsked') return []
  if (desk.is === 'notRunning') return ['Not compared with a running desk: none runs on this data folder.']
  return [
    `The running desk has ${count(desk.xp)} XP on ${desk.account} and its ledger tells ${count(desk.told)}: start it again.`,
  ]
}

function rebuild({ file, binding }: LedgerPlace): Rebuild {
  const rebuilt = new Rebuild()
  const archive = openArchive({ file, binding })
  try {
    for (const stored of everyRow((after, most) => archive.recordEvents(after, most))) rebuilt.take(stored)
    return rebuilt
  } finally {
    archive.close()
  }
}

function kindLine({ account, xp, awards, earned, older }: RebuiltKind): string {
  const before = older > 0 ? `, and ${counted(older, 'award')} of an older ledger as they were` : ''
  const floor = older === 0 && earned < xp ? ', since below the floor of a rank nothing is taken away' : ''
  return `${account}: ${count(xp)} XP told; ${counted(awards, 'award')} earned again, ${count(earned)} XP${floor}${before}`
}

function differenceLines(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return ['What was told is what was earned.']
  const more = differences.length - NAMED
  return [
    `${counted(differences.length, 'difference')}:`,
    ...differences.slice(0, NAMED).map(each => `  ${each.account} ${each.key}: ${WORDS[each.is](each)}`),
    ...(more > 0 ? [`  and ${count(more)} more; --json names them all`] : []),
  ]
}
