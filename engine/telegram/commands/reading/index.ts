/** Every command that only reads, but for /help, which reads the whole table. One writes: a note. */
import type { Command } from '../command.ts'
import { logs, start, version, whoami } from './bot/about.ts'
import { voice } from './bot/voice.ts'
import { badges } from './campaign/badges.ts'
import { squad } from './campaign/squad.ts'
import { xp } from './campaign/xp.ts'
import { balance } from './desk/balance.ts'
import { guards, locks } from './desk/guards.ts'
import { link, terminals } from './desk/link.ts'
import { positions } from './desk/positions.ts'
import { risk } from './desk/risk.ts'
import { status } from './desk/status.ts'
import { news } from './market/news.ts'
import { pairs } from './market/pairs.ts'
import { regime } from './market/regime.ts'
import { mission } from './missions/mission.ts'
import { missions } from './missions/missions.ts'
import { chart } from './pictures/chart.ts'
import { equity } from './pictures/equity.ts'
import { ghosts } from './record/ghosts.ts'
import { exits, performance, setups } from './record/groups.ts'
import { journal } from './record/journal.ts'
import { daily, monthly, weekly } from './record/periods.ts'
import { profit } from './record/profit.ts'
import { drill, sitrep } from './record/reports.ts'
import { stats } from './record/stats.ts'
import { kills, trades } from './record/trades.ts'

export const READING_COMMANDS: readonly Command[] = [
  status, positions, balance, risk, guards, locks, link, terminals, missions, mission, pairs, regime, news, chart, equity, profit, daily, weekly,
  monthly, stats, performance, exits, setups, trades, kills, ghosts, drill, sitrep, journal, xp, badges, squad, voice, version, logs,
  whoami, start,
] // prettier-ignore
