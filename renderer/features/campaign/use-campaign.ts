import { useCallback, useState } from 'react'
import type { CampaignAnswer } from '../../../engine/contracts/campaign.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { useDesk, useView } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

const AWARDS = 60

/** The campaign of a kind of account, read again whenever something of it changes, with the awards before an event or the newest. */
export function useCampaign(account: AccountKind): Read<CampaignAnswer> & {
  beforeSeq: number | null
  turnTo: (beforeSeq: number | null) => void
} {
  const { bridge } = useDesk()
  const news = useView(view => view.campaign)
  const [beforeSeq, turnTo] = useState<number | null>(null)
  const ask = useCallback(
    () => bridge.ask<'campaign'>({ kind: 'campaign', account, beforeSeq, limit: AWARDS }),
    [bridge, account, beforeSeq],
  )
  return { ...useArchive(ask, news), beforeSeq, turnTo }
}
