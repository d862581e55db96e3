/** Changes that can cost more than a trader may think: they want words typed by hand. */
import { CONSENT, type Settings } from '../../contracts/settings.ts'
import { Quality } from '../../contracts/vocabulary.ts'

export type Unsafe = Readonly<{ phrase: string; text: string }>

type Danger = Readonly<{
  phrase: string
  /** What it means, as a whole sentence; null when this change does not do it. */
  means(from: Settings, to: Settings): string | null
}>

/** Above it the phrase is wanted: percent of the balance a trade. */
const USUAL_RISK_PCT = 1

const DANGERS: readonly Danger[] = [
  {
    phrase: 'I passed the checklist',
    means: (from, to) =>
      to.liveUnlocked && !from.liveUnlocked
        ? 'liveUnlocked lets BITTEN trade real money on this computer: docs/unverified.md has the checklist that comes first.'
        : null,
  },
  {
    phrase: 'I risk more than one percent',
    means: ({ riskPct: from }, { riskPct: to }) =>
      to > Math.max(from, USUAL_RISK_PCT)
        ? `riskPct ${to} means that ten losses in a row take ${lostInTen(to)} % of the balance; at ${from} they take ${lostInTen(from)} %.`
        : null,
  },
  {
    phrase: 'I trade without knowing the news',
    means: (from, to) =>
      to.noCalendar === 'warn' && from.noCalendar !== 'warn'
        ? 'noCalendar "warn" issues missions while nobody knows what is announced; an announcement can jump over the stop.'
        : null,
  },
  {
    phrase: 'I practise with every power',
    means: (from, to) =>
      to.practiceUnlocked && !from.practiceUnlocked
        ? "practiceUnlocked gives simulated and demo accounts the powers of every rank; what is earned there says little about your rank's own limits."
        : null,
  },
  { phrase: "I loosen the firm's limits", means: propMeans },
  { phrase: 'AUTO may do more', means: autoMeans },
  { phrase: CONSENT, means: consentMeans },
]

/** All words that a change may want. */
export const PHRASES: readonly string[] = DANGERS.map(({ phrase }) => phrase)

/** Everything unsafe that this change would do, with all of the words it wants; null: nothing. */
export function unsafeIn(from: Settings, to: Settings): Unsafe | null {
  const found = DANGERS.flatMap(({ phrase, means }) => {
    const text = means(from, to)
    return text === null ? [] : [{ phrase, text }]
  })
  if (found.length === 0) return null
  return {
    phrase: found.map(({ phrase }) => phrase).join(', '),
    text: found.map(({ text }) => text).join(' '),
  }
}

const lostInTen = (pct: number): string => ((1 - (1 - pct / 100) ** 10) * 100).toFixed(1)

function propMeans({ prop: from }: Settings, { prop: to }: Settings): string | null {
  const loosened = [
    isDrawdownLooser(from.maxDrawdown, to.maxDrawdown) && 'maxDrawdown',
    isPctLooser(from.dailyLossPct, to.dailyLossPct) && 'dailyLossPct',
    from.newsMinutes !== null && (to.newsMinutes ?? 0) < from.newsMinutes && 'newsMinutes',
    from.flatByWeekend && !to.flatByWeekend && 'flatByWeekend',
  ].filter(name => name !== false)
  if (loosened.length === 0) return null
  return `The firm that lends the account may close it when its limits are broken, and BITTEN would watch less of them: ${loosened.map(name => `prop.${name}`).join(', ')}.`
}

const isPctLooser = (from: number | null, to: number | null): boolean =>
  from !== null && (to === null || to > from)

type Drawdown = Settings['prop']['maxDrawdown']
/** Whatever is not the same limit with a smaller share counts as looser: which of two kinds is, depends on the account. */
function isDrawdownLooser(from: Drawdown, to: Drawdown): boolean {
  if (from === null) return false
  if (to === null || to.by !== from.by || to.startBalanceCents !== from.startBalanceCents) return true
  return to.pct > from.pct
}

function autoMeans({ auto: from }: Settings, { auto: to }: Settings): string | null {
  const rankOf = (quality: Quality) => Quality.options.indexOf(quality)
  const loosened = [
    rankOf(to.minQuality) > rankOf(from.minQuality) && `minQuality ${to.minQuality}`,
    to.minShield < from.minShield && `minShield ${to.minShield}`,
    to.slots > from.slots && `slots ${to.slots}`,
    to.shotsADay > from.shotsADay && `shotsADay ${to.shotsADay}`,
  ].filter(figure => figure !== false)
  if (loosened.length === 0) return null
  return `AUTO would fire more, and weaker missions, without asking you: ${loosened.map(figure => `auto.${figure}`).join(', ')}.`
}

function consentMeans({ roads: from }: Settings, { roads: to }: Settings): string | null {
  const given = (['files', 'legacy'] as const).filter(
    road => to[road].consent !== null && from[road].consent === null,
  )
  if (given.length === 0) return null
  return `Real money would be traded over ${given.map(road => `roads.${road}`).join(' and ')}, which lacks what the connection over ZeroMQ proves and confirms (docs/decisions/0015-second-road.md).`
}
