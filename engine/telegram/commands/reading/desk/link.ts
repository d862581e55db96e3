import type { LinkView, WarRoomView } from '../../../../contracts/views.ts'
import { count, counted } from '../../../../domain/words/figures.ts'
import { accountName } from '../../../texts/account-name.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withView } from '../parts/ask.ts'
import { leadsTo, reading, type Page } from '../parts/reading.ts'
import { ago } from '../parts/words.ts'

export const link = reading({
  name: 'link',
  aliases: ['ping'],
  does: 'How the terminals are linked, what is wrong, and what to do',
  group: 'desk',
  show: call => withView(call, linkPage),
})

export const terminals = reading({
  name: 'terminals',
  does: 'The terminals and their accounts, one line each',
  group: 'desk',
  show: call => withView(call, terminalsPage),
})

const BUTTONS = [[leadsTo('Status', '/status'), leadsTo('Link', '/link'), leadsTo('Terminals', '/terminals')]]

function linkPage({ links, computer, fire }: WarRoomView): Page {
  return {
    html: lines(
      html`<b>Link</b>: ${counted(links.length, 'terminal')}`,
      fire.paused ? 'New trades are paused until /resume, or bitten resume.' : null,
      ...(links.length === 0 ? noneLines(computer) : links.flatMap(linkLines)),
    ),
    buttons: BUTTONS,
  }
}

const noneLines = ({ metaTrader, problem, nextStep }: WarRoomView['computer']): (string | null)[] => [
  'No terminal is linked, so nothing is known of a market and nothing can be fired.',
  problem ?? `MetaTrader on this computer: ${metaTrader}.`,
  nextStep,
]

function linkLines(link: LinkView): (Html | string | null)[] {
  const {
    state,
    armed,
    road,
    beatAgeMs,
    dataAgeMs,
    pingMs,
    ticks,
    faults,
    cannot,
    problem,
    nextStep,
    simulation,
  } = link
  return [
    html`\n<b>${accountName(link)}</b>`,
    `${state === 'live' ? 'Linked' : 'LINK DOWN'}, ${armed ? 'armed' : 'NOT armed: nothing is fired there'}`,
    `Beat ${ago(beatAgeMs, 'none yet')}, data ${ago(dataAgeMs, 'none yet')}, ping ${pingMs === null ? 'not known' : `${Math.round(pingMs)} ms`}`,
    switchesLine(link),
    `${count(ticks)} ticks, ${count(faults)} faults, over ${road}`,
    simulation === null ? null : `Simulated market, ${simulation.paused ? 'paused' : `${simulation.speed}×`}`,
    problem === null ? null : html`<b>${problem}</b>`,
    nextStep,
    cannot.length > 0 ? `This road can’t: ${cannot.join(', ')}.` : null,
  ]
}

function switchesLine({ autoTrading, brokerConnected }: LinkView): string {
  const told = (is: boolean | null, yes: string, no: string, unknown: string) =>
    is === null ? unknown : is ? yes : no
  return `${told(autoTrading, 'AutoTrading on', 'AutoTrading OFF', 'AutoTrading not known')}, ${told(brokerConnected, 'broker connected', 'broker LOST', 'broker not known')}`
}

function terminalsPage(view: WarRoomView): Page {
  const { links, shown, computer } = view
  return {
    html: lines(
      html`<b>Terminals</b>: ${links.length}`,
      ...(links.length === 0
        ? noneLines(computer)
        : links.map(
            each =>
              html`<b>${accountName(each)}</b>: ${each.state === 'live' ? 'linked' : 'DOWN'}, ${each.armed ? 'armed' : 'not armed'}, ${each.margin}${each.terminal === shown ? ' · shown' : ''}`,
          )),
      links.length > 1
        ? 'Market, account and record are told of the one that is shown; missions, positions and guards of all. That is the first one, unless the window shows another.'
        : null,
    ),
    buttons: BUTTONS,
  }
}
