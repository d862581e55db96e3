/**
 * The win rate at which trades of these sizes come to nothing: mean loss ÷ (mean win + mean loss) of those that were won or lost. Trades
 * that came out even win nothing and lose nothing, so of all trades as many fewer need to win. Sizes are above 0, of any unit.
 */
export const breakEvenRate = (
  meanWin: number,
  meanLoss: number,
  { decided, n }: Readonly<{ decided: number; n: number }> = { decided: 1, n: 1 },
): number => (meanLoss / (meanWin + meanLoss)) * (decided / n)
