/**
 * What the Telegram bot tells and how fast, over real HTTP to a Bot API server on this computer: `npm run bench -- telegram [--json]`.
 * A storm first, then calm weather: from an alert to its sendMessage with a real ledger's commit on the way, beside a bare sendMessage
 * of grammY in the same run; from a command to its answer; and the memory of a bot that hears a hundred thousand updates. These
 * have the bot alone in one thread. Last the whole desk, its threads and processes as built, under `desk:`.
 */
import { option } from './lib/built-app.ts'
import { report } from './lib/figures.ts'
import { alertTimes } from './telegram/alert-times.ts'
import { commandTimes } from './telegram/command-times.ts'
import { deskCommandTimes } from './telegram/desk-command-times.ts'
import { deskEventTimes } from './telegram/desk-event-times.ts'
import { memoryOfUpdates } from './telegram/memory-of-updates.ts'
import { stormFigures } from './telegram/storm-figures.ts'

const figures = [
  ...(await stormFigures(option('alerts', 10_000))),
  ...(await alertTimes(option('timed', 1_000))),
  ...(await commandTimes(option('commands', 200))),
  ...(await memoryOfUpdates(option('updates', 100_000))),
  ...(await deskEventTimes(option('desk-events', 300))),
  ...(await deskCommandTimes(option('desk-commands', 330))),
]
report('telegram', figures)
process.exit()
