import type { ReactNode } from 'react'
import { pagesCopy } from '../copy/pages.ts'
import { CampaignPage } from '../features/campaign/campaign-page.tsx'
import { CardsPage } from '../features/cards/cards-page.tsx'
import { ConnectMetaTrader } from '../features/connect/connect-dialog.tsx'
import { ExecutionCosts } from '../features/costs/costs-dialog.tsx'
import { DebriefPage } from '../features/debrief/debrief-page.tsx'
import { GhostsPage } from '../features/ghosts/ghosts-page.tsx'
import { LinkPage } from '../features/link/link-page.tsx'
import { LogPage } from '../features/log/log-page.tsx'
import { NotebookPage } from '../features/notebook/notebook-page.tsx'
import { GuideStrip } from '../features/onboarding/guide/guide-strip.tsx'
import { ProvingPage } from '../features/proving/proving-page.tsx'
import { Field } from '../features/war-room/field.tsx'
import { SquadPage } from '../features/squad/squad-page.tsx'
import { TelegramPage } from '../features/telegram/telegram-page.tsx'
import { TradesPage } from '../features/trades/trades-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import type { PageId } from '../stores/place-store.ts'

export type Page = Readonly<{
  id: PageId
  word: string
  /** Path of its sign on a field of 16 by 16, drawn as a line. */
  sign: string
  show: () => ReactNode
}>

/** Every screen of the house, in the order of the rail. The frame around them never changes. */
export const PAGES: readonly Page[] = [
  {
    id: 'room',
    word: pagesCopy.room,
    sign: 'M8 1v3M8 12v3M1 8h3M12 8h3M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
    show: () => <Field recordAction={<ExecutionCosts />} guide={<GuideStrip />} />,
  },
  {
    id: 'debrief',
    word: pagesCopy.debrief,
    sign: 'M2 2v12h12M4.5 10.5 7 7l2.5 2L14 3.5',
    show: () => <DebriefPage />,
  },
  {
    id: 'campaign',
    word: pagesCopy.campaign,
    sign: 'M5 1h6l-1.5 5h-3ZM8 6a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M8 8.5v4',
    show: () => <CampaignPage />,
  },
  {
    id: 'cards',
    word: pagesCopy.cards,
    sign: 'M1 3h14v10H1zM9 6h4v4H9zM3 6h4M3 8h4M3 10h2',
    show: () => <CardsPage />,
  },
  {
    id: 'squad',
    word: pagesCopy.squad,
    sign: 'M5 3.5a3 3 0 0 1 6 0v8a3 3 0 0 1-6 0zM8 3.4v.01M6.75 7.5h2.5M6.75 10h2.5',
    show: () => <SquadPage />,
  },
  { id: 'log', word: pagesCopy.log, sign: 'M2 2v12M2 4h12M2 8h9M2 12h6', show: () => <LogPage /> },
  {
    id: 'ghosts',
    word: pagesCopy.ghosts,
    sign: 'M3 14V7a5 5 0 0 1 10 0v7l-2-2-1.5 2L8 12l-1.5 2L5 12Zm3-7h.5M9.5 7h.5',
    show: () => <GhostsPage />,
  },
  {
    id: 'notebook',
    word: pagesCopy.notebook,
    sign: 'M3 2h9.5v12H3zM3 2v12M5.5 2v12M8 5.5h2.5M8 8h2.5M1.5 5h3M1.5 8h3M1.5 11h3',
    show: () => <NotebookPage />,
  },
  {
    id: 'telegram',
    word: pagesCopy.telegram,
    sign: 'M1.5 7.5 14.5 2 12 14 7.6 10.6 5.6 13 5 9.3ZM14.5 2 5 9.3',
    show: () => <TelegramPage />,
  },
  {
    id: 'settings',
    word: pagesCopy.settings,
    sign: 'M2 4h7M12 4h2M2 8h2M7 8h7M2 12h7M12 12h2M10.5 2.5v3M5.5 6.5v3M10.5 10.5v3',
    show: () => <SettingsPage />,
  },
  {
    id: 'link',
    word: pagesCopy.link,
    sign: 'M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3.2 3.2 0 0 1 3 8.5L4.5 7',
    show: () => <LinkPage connect={<ConnectMetaTrader />} />,
  },
  {
    id: 'proving',
    word: pagesCopy.proving,
    sign: 'M6 1.5h4M7 1.5v4.5L2.8 13a1 1 0 0 0 .9 1.5h8.6a1 1 0 0 0 .9-1.5L9 6V1.5M5 10.5h6',
    show: () => <ProvingPage />,
  },
  {
    id: 'trades',
    word: pagesCopy.trades,
    sign: 'M1.5 3h13v10h-13zM1.5 6.3h13M1.5 9.6h13M6 3v10',
    show: () => <TradesPage />,
  },
]
