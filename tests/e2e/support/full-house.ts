/** An answer for every page: a desk that has been used for a while. */
import { Settings } from '../../../engine/contracts/settings.ts'
import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { LINK_WORDS } from '../../../engine/telegram/connection/link-words.ts'
import { aDeskLink, aLinkReport, aTraffic, REPORTED_MS } from '../../../engine/testkit/link-reports.ts'
import { someWeeks } from './campaigns.ts'
import { costsOf } from './costs.ts'
import { debriefAnswer, tradesAnswer } from './debriefs.ts'
import type { Script } from './fake-bridge.ts'
import { firedMission, ghostsOf, pageOfADay, storyOf } from './missions.ts'
import { notebookAnswers } from './notebook.ts'
import { idleLab, provingAnswers } from './proving.ts'
import { at, aTrade, cents, MARKET_MS } from './view-parts.ts'

const telegram: TelegramView = {
  state: 'live',
  ...LINK_WORDS.live,
  bot: { username: 'viper_desk_bot', name: 'Viper’s desk' },
  chats: [
    { chat: 4_201_337, name: 'Anna', role: 'commander', pairedMs: at(MARKET_MS), waiting: 0, lastSentMs: at(MARKET_MS), problem: null },
    { chat: -1_004_201_337, name: 'Desk', role: 'spotter', pairedMs: at(MARKET_MS), waiting: 12, lastSentMs: null, problem: 'The bot was blocked there.' },
  ],
  code: null,
  strangers: { messages: 4, last: [{ name: 'Mallory', atMs: at(MARKET_MS) }] },
  voice: null,
  token: 'kept',
  voiceToken: 'none',
  secrets: { can: true, text: 'Secrets are kept in the key store of this system.' },
} // prettier-ignore

const settings = Settings.parse({ version: 1 })

const trades = [
  { ...aTrade({ netCents: cents(123.4), r: 2.41 }), seq: 9 },
  { ...aTrade({ netCents: cents(-50), r: -1 }), seq: 7 },
]

const realMoney = {
  offer: { is: 'never', text: 'No test is fired on an account with real money. Use a demo account of the same broker.' },
  last: null,
  stopSeen: null,
} as const // prettier-ignore

/** Every mark, every kind of line, and real money. */
const linkReport = aLinkReport({
  terminals: [
    {
      traffic: aTraffic({
        kind: 'live',
        faults: { BAD_MAC: 3 },
        lastFault: { atMs: REPORTED_MS, code: 'BAD_MAC', text: 'A message was forged.' },
        notes: (['info', 'warn', 'error'] as const).map(level => ({
          atMs: REPORTED_MS,
          level,
          text: `It says ${level}.`,
        })),
      }),
      desk: aDeskLink(
        { testFires: realMoney },
        { isSimulated: true, autoTrading: false, brokerConnected: null, pingMs: 740 },
      ),
    },
  ],
  strangers: [
    { code: 'WRONG_KEY', text: 'The terminal has another pairing key.', count: 41, atMs: REPORTED_MS },
  ],
})

export const fullHouse: Partial<Script> = {
  settings,
  settingFacts: { facts: settingFacts(), atStart: settings },
  telegram,
  linkReport,
  costs: costsOf(60, 'simulated'),
  lab: idleLab,
  answers: {
    ...notebookAnswers,
    ...provingAnswers,
    tradesTable: tradesAnswer({ trades: 90 }),
    debrief: debriefAnswer({ trades: 420, p: 0.44 }),
    campaign: someWeeks('simulated'),
    tradesPage: { is: 'answer', value: { trades, nextBeforeSeq: null, total: 2 } },
    squad: { is: 'answer', value: { me: null, invitations: [], recruits: [], leader: null } },
    missionsPage: pageOfADay,
    missionStory: storyOf(firedMission),
    ghosts: ghostsOf(600),
  },
}
