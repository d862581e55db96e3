import { lines, html, type Html } from '../texts/html.ts'
import type { Command, CommandGroup } from './command.ts'
import { maySay } from './menus.ts'
import { nearestName } from './nearest-name.ts'

/** In the order in which they are listed. */
export const GROUP_TITLES: Readonly<Record<CommandGroup, string>> = {
  desk: 'The desk now',
  trading: 'Missions and trading',
  market: 'The market',
  record: 'The record',
  campaign: 'The campaign',
  bot: 'BITTEN and this chat',
}
const GROUPS = [
  'desk',
  'trading',
  'market',
  'record',
  'campaign',
  'bot',
] as const satisfies readonly CommandGroup[]

/** /help, of a table that it is a part of itself. */
export const helpOf = (table: () => readonly Command[]): Command => ({
  name: 'help',
  aliases: ['menu', 'commands'],
  does: 'What can be said here, or what one command does',
  takes: '[COMMAND]',
  group: 'bot',
  role: 'spotter',
  run: ({ words, chat: { role } }) => {
    const sayable = table().filter(command => maySay(command, role))
    const [word] = words
    const about =
      word === undefined ? everything(sayable) : one(sayable, word.replace(/^\//, '').toLowerCase())
    return Promise.resolve({ html: about, buttons: [[{ label: 'Status', says: '/status' }]] })
  },
})

/** As it is typed: /daily [N] [KIND] */
export const typed = ({ name, takes }: Command): string => `/${name}${takes === undefined ? '' : ` ${takes}`}`

function everything(commands: readonly Command[]): Html {
  return lines(
    html`<b>Commands</b>`,
    ...GROUPS.map(group => {
      const own = commands.filter(command => command.group === group)
      return own.length === 0
        ? null
        : html`\n<b>${GROUP_TITLES[group]}</b>\n${own.map(({ name }) => `/${name}`).join('  ')}`
    }),
    html`\n/help and a name says what one does, as in /help daily. N is a number, KIND a kind of money: simulated, demo, contest, live.`,
  )
}

function one(commands: readonly Command[], name: string): Html {
  const command = commands.find(each => each.name === name || each.aliases?.includes(name) === true)
  if (command !== undefined) {
    const { does, aliases = [], role } = command
    return lines(
      html`<b>${typed(command)}</b>`,
      `${does}.`,
      aliases.length === 0 ? null : `Also: ${aliases.map(alias => `/${alias}`).join(', ')}`,
      role === 'commander' ? 'Only for commanders.' : null,
    )
  }
  const near = nearestName(
    name,
    commands.map(each => each.name),
  )
  return html`There is no /${name.slice(0, 40)} for this chat.${near === null ? '' : ` Did you mean /${near}?`}`
}
