import type { OrderView } from '../../../../engine/contracts/open-trade-views.ts'
import { settleCopy } from '../../../copy/orders.ts'
import { orderStateWords } from '../../../copy/words.ts'
import * as dialog from '../../../ui/dialog-body.css.ts'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { Figure, Figures } from '../../../ui/figure.tsx'
import { lotsText } from '../../../ui/format/numbers.ts'
import { SideMark } from '../../../ui/side-mark.tsx'
import { TypedForm } from '../../../ui/typed-words/typed-form.tsx'
import { label } from '../../../theme/type.css.ts'
import * as css from './settle-order.css.ts'

const SHEET = { title: settleCopy.title, closeWord: settleCopy.close, width: 'narrow' } as const

/** The end of an order that the terminal has no trace of: where to look first, what is given up, and words to be typed. */
export function SettleOrder({ order, phrase }: Readonly<{ order: OrderView; phrase: string }>) {
  return (
    <DialogButton look="smallGold" word={settleCopy.open} name={settleCopy.name(order)} sheet={SHEET}>
      {shut => (
        <TypedForm
          phrase={phrase}
          send={settleCopy.send}
          command={typed => ({ kind: 'settleOrder', order: order.order, typed })}
          onDone={shut}
        >
          <Facts order={order} />
          <p>{settleCopy.happened}</p>
          <div>
            <h3 className={label}>{settleCopy.firstTitle}</h3>
            <ol className={css.steps}>
              {settleCopy.first.map(step => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
          <p className={css.consequence}>{settleCopy.consequence}</p>
        </TypedForm>
      )}
    </DialogButton>
  )
}

function Facts({ order }: Readonly<{ order: OrderView }>) {
  const { facts } = settleCopy
  return (
    <div className={dialog.plate}>
      <p className={css.head}>
        <span className={css.symbol}>{order.pair ?? order.symbol}</span>
        <SideMark side={order.side} />
        <span>
          {lotsText(order.lots)} {facts.lots}
        </span>
        <span className={css.state}>{orderStateWords[order.state]}</span>
      </p>
      <Figures>
        <Figure name={facts.terminal} size="small">
          {order.terminal}
        </Figure>
        <Figure name={facts.id} size="small">
          {order.order}
        </Figure>
      </Figures>
      {order.text !== '' && <p className={dialog.meaning}>{order.text}</p>}
    </div>
  )
}
