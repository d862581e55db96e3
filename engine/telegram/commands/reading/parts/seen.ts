/** What the view knows: a desk that can't see doesn't say that there is nothing. */
import type { WarRoomView } from '../../../../contracts/views.ts'
import type { PositionView } from '../../../../contracts/open-trade-views.ts'
import { isSeen, unseen } from '../../../../domain/words/unseen.ts'
import { accountName } from '../../../texts/account-name.ts'

type Links = Pick<WarRoomView, 'links'>

export const isAllSeen = ({ links }: Links): boolean => links.length > 0 && links.every(isSeen)

/** Why more may be open than is shown, a sentence each. */
export const notSeen = ({ links }: Links): string[] =>
  links.length === 0
    ? ['No terminal is linked, so nobody knows what is open. /link says what to do.']
    : unseen(links, accountName)

/** Shots, losses and limits are those of a trading day, which begins with the time of a market. */
export const isDayKnown = ({ shown, marketMs }: Pick<WarRoomView, 'shown' | 'marketMs'>): boolean =>
  shown !== null && marketMs !== null

/** On the account that is shown: nobody can say what they risk. */
export const withoutStop = ({
  positions,
  shown,
}: Pick<WarRoomView, 'positions' | 'shown'>): readonly PositionView[] =>
  positions.filter(({ terminal, stop }) => terminal === shown && stop === null)
