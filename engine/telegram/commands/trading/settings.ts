import { settingText } from '../../../contracts/setting-text.ts'
import { DeskSettings, type Settings } from '../../../contracts/settings.ts'
import type { SettingsAnswer, SettingsNow } from '../../../contracts/settings-desk.ts'
import type { Reply } from '../../reply.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import type { Call, Command } from '../command.ts'
import { nearestName } from '../nearest-name.ts'
import { changeOf, settingsIn, valueIn, type Setting } from './setting-path.ts'

export const settings: Command = {
  name: 'settings',
  does: 'Show the settings, or change one: from and to first, then asks',
  takes: '[KEY [VALUE [WORDS]]]',
  group: 'trading',
  role: 'commander',
  run: async call => {
    const now = await call.desk.settings()
    const all = open(now.settings)
    const [key, value, ...typed] = call.words
    if (key === undefined) return { html: overview(all, now) }
    const setting = all.find(each => each.key.toLowerCase() === key.toLowerCase())
    const under = all.filter(each => each.key.toLowerCase().startsWith(`${key.toLowerCase()}.`))
    if (under.length > 0) return { html: table(under) }
    if (setting === undefined) return notHere(key, all, now.settings)
    if (value === undefined) return one(setting)
    return change(call, now, setting, value, typed.join(' ').replaceAll('’', "'"))
  },
}

/** What says whether real money is traded, and where the bot's own words go, is set in the window or the file, by hand. */
const CLOSED: ReadonlySet<string> = new Set([
  'liveUnlocked',
  'telegram.on',
  'telegram.apiRoot',
  'telegram.proxy',
])
const OPEN_TABLES: readonly string[] = [...Object.keys(DeskSettings.shape), 'telegram']

function open(of: Settings): readonly Setting[] {
  return settingsIn(of).filter(({ key }) => OPEN_TABLES.includes(key.split('.')[0] ?? '') && !CLOSED.has(key))
}

/** The noise of each kind is a list of its own, behind its key. */
function overview(all: readonly Setting[], { revision }: SettingsNow) {
  const shown = all.filter(({ key }) => !key.startsWith('telegram.noise.'))
  return lines(
    html`<b>Settings</b>, revision ${revision}`,
    table(shown),
    html`<code>/settings riskPct 0.5</code> changes one. How loud alerts are: <code>/settings telegram.noise</code>, and <code>/settings telegram.noise.closed silent</code> (on, silent, off or digest).`,
    'What loosens wants its words typed; real money is unlocked at the computer only, in the window or with bitten settings set.',
  )
}

const table = (of: readonly Setting[]) =>
  html`<pre>${of.map(({ key, value }) => `${key} ${settingText(value)}`).join('\n')}</pre>`

const standsAt = (key: string, value: unknown): Html => html`<b>${key}</b> is ${settingText(value)}`

const one = ({ key, value }: Setting): Reply => ({
  html: lines(standsAt(key, value), html`<code>/settings ${key} VALUE</code> changes it.`),
})

function notHere(key: string, all: readonly Setting[], of: Settings): Reply {
  const known = settingsIn(of).find(each => each.key.toLowerCase() === key.toLowerCase())
  if (known)
    return {
      html: html`<b>${known.key}</b> is changed at the computer, in the window or with bitten settings set, and never from a chat.`,
    }
  const near = nearestName(
    key,
    all.map(each => each.key),
  )
  return {
    html: html`There is no setting “${key.slice(0, 40)}”.${near === null ? '' : ` Did you mean ${near}?`} /settings lists them.`,
  }
}

async function change(
  call: Call,
  { revision }: SettingsNow,
  { key, value: from }: Setting,
  word: string,
  typed: string,
): Promise<Reply> {
  const to = valueIn(word)
  if (settingText(to) === settingText(from))
    return { html: html`<b>${key}</b> is ${settingText(from)} already.` }
  const wish = { seen: revision, change: changeOf(key, to), typed: typed === '' ? null : typed }
  const judged = await call.desk.changeSettings({ ...wish, judgeOnly: true })
  if (judged.is !== 'done') return { html: lines(outcome(judged, key, word).html, standsAt(key, from)) }
  return call.hands.ask({
    chat: call.chat.chat,
    figures: lines(
      html`<b>${key}</b>`,
      html`${settingText(from)} → <b>${settingText(to)}</b>`,
      typed === '' ? null : html`typed: “${typed}”`,
      judged.text,
    ),
    label: `SET ${key}`,
    carryOut: async () => outcome(await call.desk.changeSettings(wish), key, word),
  })
}

function outcome(answer: SettingsAnswer, key: string, word: string): Reply {
  if (answer.is === 'done') return { html: lines(html`✅ <b>CHANGED</b>`, answer.text) }
  if (answer.is === 'refused') return { html: html`⛔ <b>Not changed.</b> ${answer.text}` }
  return {
    html: lines(
      html`✋ <b>Not changed yet.</b> ${answer.text}`,
      'If that is what you want, send it with these words behind it, word for word:',
      html`<code>/settings ${key} ${word} ${answer.phrase}</code>`,
    ),
  }
}
