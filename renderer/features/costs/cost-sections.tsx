import type {
  CostFigures,
  CostGroup,
  CostPart,
  ExecutionCosts,
  LatencyStage,
} from '../../../engine/contracts/execution-costs.ts'
import { costParts, costsCopy, latencyStages } from '../../copy/costs.ts'
import { useView } from '../../stores/desk-context.ts'
import { amountText } from '../../ui/format/money.ts'
import { countText, fixed } from '../../ui/format/numbers.ts'
import { CostTable } from './cost-table.tsx'
import { barShare, medianOf, usualText } from './cost-text.ts'

const PARTS = Object.entries(costParts) as [CostPart, string][]
const STAGES = Object.entries(latencyStages) as [LatencyStage, string][]

const inR = (value: number) => `${fixed(value, 3)} R`
const inMs = (value: number) => costsCopy.ms(countText(Math.round(value)))

const moneyCells = ({ r, cents }: CostFigures): readonly string[] => [
  countText(r.n),
  usualText(r, 'median', inR),
  usualText(r, 'p90', inR),
  r.n === 0 ? costsCopy.none : `${fixed(r.sum, 2)} R`,
  cents.n === 0 ? costsCopy.none : amountText(cents.sum),
]

const useMoneyColumns = (): readonly string[] => {
  const currency = useView(({ account }) => account?.currency ?? '')
  return [costsCopy.n, costsCopy.median, costsCopy.tenth, costsCopy.sum, costsCopy.money(currency)]
}

export function ByPart({ all }: Readonly<{ all: CostGroup }>) {
  const columns = useMoneyColumns()
  const sums = PARTS.map(([part]) => all.parts[part].r.sum)
  const rows = PARTS.map(([part, name], at) => ({
    name,
    cells: moneyCells(all.parts[part]),
    share: barShare(sums[at] ?? null, sums),
  }))
  const together = { name: costsCopy.together, cells: moneyCells(all.total), share: 0, isSum: true }
  return (
    <CostTable title={costsCopy.parts} first={costsCopy.part} columns={columns} rows={[...rows, together]} />
  )
}

export function ByHour({ by }: Readonly<Pick<ExecutionCosts, 'by'>>) {
  const columns = useMoneyColumns()
  const medians = by.hour.map(({ total }) => medianOf(total.r))
  const rows = by.hour.map(({ key, total }, at) => ({
    name: key,
    cells: moneyCells(total),
    share: barShare(medians[at] ?? null, medians),
  }))
  return <CostTable title={costsCopy.hours} first={costsCopy.hour} columns={columns} rows={rows} />
}

export function ByStage({ latency }: Readonly<Pick<CostGroup, 'latency'>>) {
  const medians = STAGES.map(([stage]) => medianOf(latency[stage]))
  const rows = STAGES.map(([stage, name], at) => ({
    name,
    cells: [
      countText(latency[stage].n),
      usualText(latency[stage], 'median', inMs),
      usualText(latency[stage], 'p90', inMs),
    ],
    share: barShare(medians[at] ?? null, medians),
    isSum: stage === 'recordedToDeal',
  }))
  const columns = [costsCopy.n, costsCopy.median, costsCopy.tenth]
  return <CostTable title={costsCopy.stages} first={costsCopy.stage} columns={columns} rows={rows} />
}
