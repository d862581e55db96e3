import type { WarRoomView } from '../../../engine/contracts/views.ts'
import { settingsCopy } from '../../copy/settings.ts'
import { isForReal } from '../../stores/stakes.ts'
import { amountText } from '../../ui/format/money.ts'
import { valueText } from './setting-text.ts'

/** What holds on the account that is shown where that is not what is set; null: what is set, or nobody says. */
export function whatHolds(key: string, set: unknown, view: WarRoomView | null): string | null {
  if (view === null || view.shown === null) return null
  if (key === 'noCalendar' && set !== 'block' && isForReal(view.kind))
    return settingsCopy.heldOnRealMoney(valueText(key, 'block'))
  const { fire, account } = view
  if (key === 'limits.dailyLossPct')
    return fire.lossLimitCents === null
      ? null
      : settingsCopy.lossToday(`${amountText(fire.lossLimitCents)} ${account?.currency ?? ''}`.trim())
  const held = heldFigures(view)[key]
  return held === undefined || held === set ? null : settingsCopy.heldOnAccount(valueText(key, held))
}

const heldFigures = ({ fire }: WarRoomView): Readonly<Record<string, number>> => ({
  riskPct: fire.auto.riskPct,
  'limits.openTrades': fire.openLimit,
  'limits.shotsADay': fire.shotsLimit,
  'auto.slots': fire.auto.slots,
  'auto.shotsADay': fire.auto.shotsLimit,
})
