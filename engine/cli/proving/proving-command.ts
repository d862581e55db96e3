import type { Command } from 'commander'
import type { Perform } from '../perform.ts'
import { provingOptions, type ProvingFlags } from './proving-options.ts'

const WALK_HELP = `
Fits the probability model on the past of each test window, issues signals in it as the desk would, and joins the test windows
alone. Signals stand beside random entries of the same hours and stops, at 1, 1.5 and 2 times the cost. Answers are kept in
lab.db of the data folder: the same question is answered again with the same bytes, and a run that was stopped goes on.

Examples:
  bitten walkforward --data 'm1-2018/*.zip' --fit-until 2018-09-01 --out report.html
  bitten walkforward --data 'm1/*.csv' --fit-months 24 --step-months 3 --rolling --json`

export function addWalkForward(program: Command, perform: Perform): void {
  provingOptions(
    program
      .command('walkforward')
      .description('fit, then try on what came later, fold by fold; report what that was worth'),
  )
    .option('--out <file.html>', 'write the report as a page')
    .addHelpText('after', WALK_HELP)
    .action((flags: ProvingFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./walk-forward.ts')).walkForwardFiles(flags, context, out),
      ),
    )
}

const TRAIN_HELP = `
Fits a model on all of the data, and proves it by a walk-forward over the same: the figures of its card are of test windows
that no fit had seen. The desk uses it when it lies in the data folder as model.json.

Example:
  bitten train --data 'm1/*.zip' --out model.json`

export function addTrain(program: Command, perform: Perform): void {
  provingOptions(
    program
      .command('train')
      .description("fit a probability model on your own broker's history, with its card"),
  )
    .requiredOption('--out <file.json>', 'where to write the model')
    .addHelpText('after', TRAIN_HELP)
    .action((flags: ProvingFlags & { out: string }) =>
      perform(flags.json, async (context, out) =>
        (await import('./train.ts')).trainFiles(flags, context, out),
      ),
    )
}
