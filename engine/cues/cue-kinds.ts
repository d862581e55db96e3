/** Which alerts are told at this computer, by which name a trader turns them off, and how they sound. */
import type { Alert, AlertFact, AlertKind } from '../contracts/alerts.ts'
import type { SoundName } from '../contracts/cues.ts'
import type { CueKind } from '../contracts/settings-alerts.ts'

const KINDS: Readonly<Record<AlertKind, CueKind>> = {
  mission: 'mission',
  fired: 'order',
  filled: 'order',
  moved: 'order',
  partial: 'order',
  expired: 'order',
  closed: 'closed',
  denied: 'denied',
  trouble: 'trouble',
  link: 'link',
  guard: 'guard',
  desk: 'guard',
  drillReport: 'campaign',
  sitrep: 'campaign',
  badge: 'campaign',
  rank: 'campaign',
}

/** Hands at this computer: they see the answer where they have asked. */
const isHere = (origin: string): boolean => origin === 'window' || origin === 'tray'

/** Null: it is not told here. */
export function cueKindOf(fact: AlertFact): CueKind | null {
  return isToldHere(fact) ? KINDS[fact.kind] : null
}

function isToldHere(fact: AlertFact): boolean {
  switch (fact.kind) {
    case 'fired':
      return fact.course.order !== null && !isHere(fact.course.order.origin)
    case 'moved':
      return !isHere(fact.by)
    case 'denied':
    case 'desk':
      return !isHere(fact.origin)
    case 'expired':
      // A mission that nobody wanted asks for nothing; an order that waited was wanted.
      return fact.course.order !== null
    case 'link':
      // Between back and armed nothing can be done; what keeps it there is a trouble of its own.
      return fact.backMs === null || fact.armed
    default:
      return true
  }
}

/** Where an alert stands, if it is one that comes and goes: each turn of it is told once. Empty: it is told once. */
export function turnOf({ fact }: Alert): string {
  switch (fact.kind) {
    case 'link':
      return `${fact.armed ? 'armed' : fact.backMs === null ? 'lost' : 'back'} ${fact.times}`
    case 'guard':
      return fact.ended === null ? 'raised' : 'ended'
    case 'trouble':
      // Unknown becomes refused, and one reason not to be armed gives way to a graver one: each is news.
      return fact.cleared ? 'cleared' : `open ${fact.what} ${fact.what === 'disarmed' ? fact.text : ''}`
    default:
      return ''
  }
}

export function isUrgent(fact: AlertFact): boolean {
  if (fact.kind === 'trouble') return !fact.cleared
  return fact.kind === 'link' && fact.backMs === null
}

export function soundOf(fact: AlertFact): SoundName {
  switch (fact.kind) {
    case 'mission':
      return 'mission'
    case 'closed':
      return fact.trade.r > 0 ? 'target' : 'stop'
    case 'badge':
    case 'rank':
      return 'rank'
    case 'denied':
      return 'warning'
    case 'guard':
      return fact.ended === null ? 'warning' : 'fill'
    default:
      return isUrgent(fact) ? 'warning' : 'fill'
  }
}
