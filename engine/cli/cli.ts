import { Command, CommanderError } from 'commander'
import { addBacktest } from './backtest/backtest-command.ts'
import { addCampaign } from './campaign/campaign-command.ts'
import { addCard, addVerify } from './cards/cards-command.ts'
import { addCosts } from './costs/costs-command.ts'
import type { CliContext } from './context.ts'
import { addFlatten, addPlainOrders, addSelector, addStatus } from './control/control-command.ts'
import { addCancel, addSettle, addTestFire } from './control/order-commands.ts'
import { addDebrief } from './debrief/debrief-command.ts'
import { addDoctor } from './doctor/doctor-command.ts'
import { addEa } from './ea/ea-command.ts'
import { addImport } from './import/import-command.ts'
import { addHonesty } from './honesty/honesty-command.ts'
import { addDrill, addJournal, addSitrep } from './notebook/notebook-command.ts'
import { addLedger } from './ledger/ledger-command.ts'
import { addGhosts, addMission, addMissions } from './missions/missions-command.ts'
import { failed, type Outcome } from './outcome.ts'
import { Output } from './output.ts'
import type { Perform } from './perform.ts'
import { addTrain, addWalkForward } from './proving/proving-command.ts'
import { addReplay } from './replay/replay-command.ts'
import { addRun } from './run/run-command.ts'
import { addSettings } from './settings/settings-command.ts'
import { addSquad } from './squad/squad-command.ts'
import { addTelegram } from './telegram/telegram-command.ts'
import { addTerminalSim } from './terminal-sim/terminal-sim-command.ts'

const USAGE = 2

const COMMANDS = [
  addRun,
  addStatus,
  addFlatten,
  addPlainOrders,
  addCancel,
  addSettle,
  addTestFire,
  addSelector,
  addSettings,
  addReplay,
  addBacktest,
  addWalkForward,
  addTrain,
  addHonesty,
  addImport,
  addLedger,
  addTerminalSim,
  addCosts,
  addDebrief,
  addGhosts,
  addMissions,
  addMission,
  addCampaign,
  addJournal,
  addDrill,
  addSitrep,
  addSquad,
  addTelegram,
  addCard,
  addVerify,
  addDoctor,
  addEa,
]

/** Runs one command line and gives its exit code: 0 done, 1 failed, 2 wrongly asked. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  let outcome: Outcome = { is: 'done' }
  const perform: Perform = async (json, work) => {
    const out = new Output(context, json)
    outcome = await work(context, out)
    if (outcome.is === 'failed') out.fail(outcome)
  }
  try {
    await programOf(context, perform).parseAsync(argv, { from: 'user' })
    return outcome.is === 'done' ? 0 : 1
  } catch (cause) {
    const out = new Output(context, argv.includes('--json'))
    if (!(cause instanceof CommanderError)) return defect(cause, out)
    if (cause.exitCode === 0) return 0
    out.fail(usageFailure(cause, argv[0]))
    return USAGE
  }
}

function programOf({ version, stdout }: CliContext, perform: Perform): Command {
  const program = new Command('bitten')
    .description('BITTEN: a trading desk for one trader, beside their MetaTrader 5 terminal')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: text => stdout.write(text), writeErr: () => undefined })
    .showHelpAfterError(false)
  // Commands take over how errors and help are written from the program they are added to.
  for (const add of COMMANDS) add(program, perform)
  return program
}

function usageFailure({ code, message }: CommanderError, command: string | undefined) {
  const text = code === 'commander.help' ? 'Say what to do.' : message.replace(/^error: /, '')
  const sentence = text.charAt(0).toUpperCase() + text.slice(1).replace(/[.\n]*$/, '')
  const known = code !== 'commander.unknownCommand' && command !== undefined && !command.startsWith('-')
  return failed('USAGE', `${sentence}. See: bitten ${known ? `${command} ` : ''}--help`)
}

/** A bug of ours: one sentence for a person, and where it happened for whoever mends it. */
function defect(cause: unknown, out: Output): number {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const text = `This should not have happened: ${error.message}.`
  out.document({ error: { code: 'DEFECT', text, stack: error.stack } })
  out.warn(`bitten: ${text} With --json it says where.`)
  return 1
}
