/** Changes two settings together, again and again, until it is killed: whoever reads the file finds a pair that belongs together. */
import { EpochMs } from '../../contracts/primitives.ts'
import { readSettings } from '../../host/data-folder/settings-file.ts'
import { SettingsDesk } from '../../host/settings/settings-desk.ts'

const [, , dataFolder = ''] = process.argv
const read = readSettings(dataFolder)
if (read.is === 'refused') throw new Error(read.text)
const desk = new SettingsDesk({
  dataFolder,
  settings: read.settings,
  now: () => EpochMs.parse(Date.now()),
  tell: () => Promise.resolve({ is: 'done', text: 'ok' }),
  notice: (_, text) => console.error(text),
})
for (let n = 1; ; n += 1) {
  const change = { training: { seed: n }, limits: { shotsADay: n % 20 || 20 } }
  const answer = await desk.change({ seen: desk.now().revision, change, typed: null }, 'cli')
  if (answer.is !== 'done') throw new Error(JSON.stringify(answer))
}
