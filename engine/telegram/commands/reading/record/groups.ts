/** What trades came to, told apart by one thing. */
import { NO_KEY, type Debrief, type TradeFigures } from '../../../../contracts/debrief.ts'
import { count, signed } from '../../../../domain/words/figures.ts'
import { percent } from '../../../../domain/words/measured.ts'
import { html, lines } from '../../../texts/html.ts'
import type { Command } from '../../command.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading } from '../parts/reading.ts'
import { table } from '../parts/table.ts'
import { KIND_WORDS, tableMoney } from '../parts/words.ts'
import { debriefFrom, nothingClosed, severalAccounts } from './debrief-query.ts'

/** Five columns leave little room. */
const WHOLE_FROM = 100

/** Of the exits that a chat shows in a table; `command` and `manual` are told apart by who closed it. */
const EXIT_NAMES: Readonly<Record<string, string>> = {
  stop: 'stop',
  target: 'target',
  time: 'time exit',
  command: 'command',
  manual: 'by hand',
  stopOut: 'stop-out',
  other: 'broker',
  [NO_KEY]: 'not known',
}

export const performance = byGroup({
  name: 'performance',
  aliases: ['perf'],
  does: 'What closed trades came to, pair by pair',
  title: 'By pair',
  groups: ({ by }) => by.pair.toSorted((a, b) => b.sumR - a.sumR),
  nameOf: key => key,
})

export const exits = byGroup({
  name: 'exits',
  does: 'What closed trades came to, by how they ended',
  title: 'By exit',
  groups: ({ by }) => by.reason,
  nameOf: key => EXIT_NAMES[key] ?? key,
})

export const setups = byGroup({
  name: 'setups',
  aliases: ['entries'],
  does: 'What closed trades came to, setup by setup',
  title: 'By setup',
  groups: ({ by }) => by.setup,
  nameOf: key => (key === NO_KEY ? 'not known' : key),
})

type Grouped = Pick<Command, 'name' | 'aliases' | 'does'> &
  Readonly<{ title: string; groups(debrief: Debrief): readonly TradeFigures[]; nameOf(key: string): string }>

function byGroup({ name, aliases = [], does, title, groups, nameOf }: Grouped): Command {
  return reading({
    name,
    aliases,
    does,
    takes: '[KIND]',
    group: 'record',
    show: call =>
      withKind(call, ({ kind }) =>
        withAnswer(call, debriefFrom(kind, null), debrief => ({
          html: lines(
            html`<b>${title}</b> · ${KIND_WORDS[kind]}${debrief.scope === 'drills' && debrief.n > 0 ? ' · drills' : ''}`,
            ...(debrief.n === 0
              ? [nothingClosed(kind, false)]
              : [
                  table(
                    ['left', 'right', 'right', 'right', 'right'],
                    [['', 'n', 'won', 'R', 'net'], ...groups(debrief).map(group => rowOf(group, nameOf))],
                  ),
                  'Won is told of ten trades and more; of fewer it is luck. R and net after all costs.',
                ]),
            severalAccounts(debrief.accounts),
          ),
          buttons: [
            [
              leadsTo('By setup', `/setups ${kind}`),
              leadsTo('By pair', `/performance ${kind}`),
              leadsTo('By exit', `/exits ${kind}`),
            ],
          ],
        })),
      ),
  })
}

const rowOf = (group: TradeFigures, nameOf: (key: string) => string): string[] => [
  nameOf(group.key),
  count(group.n),
  group.is === 'tooFew' ? '–' : percent(group.winRate.value).replace(' ', ''),
  signed(group.sumR, 1),
  tableMoney(group.netCents, WHOLE_FROM),
]
