import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import { equityCopy } from '../../../copy/equity.ts'
import { useView } from '../../../stores/desk-context.ts'
import { signedAmountText } from '../../../ui/format/money.ts'
import { countText, rText } from '../../../ui/format/numbers.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { number } from '../../../theme/type.css.ts'
import { useEquityCurve } from './use-equity-curve.ts'
import * as css from './equity.css.ts'

/** The chart library is the largest part of the page, and nothing needs it before the first trade has been closed. */
const EquityChart = lazy(async () => ({
  default: (await import('../../../charts/equity-chart.tsx')).EquityChart,
}))

/** What closed trades have added up to, for this kind of money only. */
export function EquityPanel({ aside }: Readonly<{ aside: ReactNode }>) {
  return (
    <Panel title={equityCopy.title} source="ledger" aside={aside} className={css.panel} bare>
      <EquityBody />
    </Panel>
  )
}

function EquityBody() {
  const kind = useView(view => view.kind)
  if (kind === null)
    return <PanelMessage tone="empty" text={equityCopy.emptyUnlinked} next={equityCopy.emptyUnlinkedNext} />
  return <EquityOf key={kind} kind={kind} />
}

function EquityOf({ kind }: Readonly<{ kind: AccountKind }>) {
  const { value, problem, read } = useEquityCurve(kind)
  const currency = useView(view => view.account?.currency ?? '')
  const last = value?.points.at(-1)
  if (value === null) return <NotRead words={equityCopy} problem={problem} read={read} />
  if (last === undefined)
    return <PanelMessage tone="empty" text={equityCopy.empty} next={equityCopy.emptyNext} />
  const net = `${signedAmountText(last.netCents)} ${currency}`
  return (
    <figure className={css.figure}>
      <figcaption className={css.caption}>
        <span className={`${number} ${css.net}`}>{net}</span>
        <span className={css.note}>
          {rText(last.r)} · {equityCopy.aside(kind, countText(value.trades))}
        </span>
        {problem !== null && <span className={css.old}>{equityCopy.old}</span>}
      </figcaption>
      <Suspense
        fallback={<PanelMessage tone="loading" text={equityCopy.loading} next={equityCopy.loadingNext} />}
      >
        <EquityChart
          points={value.points}
          label={equityCopy.described(net, rText(last.r), countText(value.trades))}
        />
      </Suspense>
    </figure>
  )
}
