import { useRef, useState } from 'react'
import type { PositionView } from '../../../../engine/contracts/open-trade-views.ts'
import { changeCopy, positionsCopy } from '../../../copy/positions.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { control } from '../../../ui/control.ts'
import { signedAmountText } from '../../../ui/format/money.ts'
import { rText, signed } from '../../../ui/format/numbers.ts'
import { clockText } from '../../../ui/format/time.ts'
import { SideMark } from '../../../ui/side-mark.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { number, tone } from '../../../theme/type.css.ts'
import { ChangeDrawer } from './change-drawer.tsx'
import { CloseControl } from './close-control.tsx'
import { ProgressTrack } from './progress-track.tsx'
import * as css from './positions.css.ts'

const toneOf = (value: number) => (value > 0 ? tone.long : value < 0 ? tone.short : tone.plain)

export function PositionRow({ position }: Readonly<{ position: PositionView }>) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <li
      className={css.row}
      data-position={position.position}
      tabIndex={-1}
      {...control(`trade ${position.terminal} ${position.position}`)}
    >
      <Head position={position} />
      <ProgressTrack position={position} />
      <Result position={position} />
      <div className={css.actions}>
        {position.lastSeenMs !== null ? (
          <LinkLost sinceMs={position.lastSeenMs} />
        ) : position.external ? (
          <Chip title={positionsCopy.externalMeaning}>{positionsCopy.external}</Chip>
        ) : (
          <>
            <Button
              ref={opener}
              look="small"
              aria-expanded={isOpen}
              aria-label={isOpen ? changeCopy.shutName(position) : changeCopy.name(position)}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? changeCopy.shut : changeCopy.open}
            </Button>
            <CloseControl position={position} />
          </>
        )}
      </div>
      {isOpen && !position.external && position.lastSeenMs === null && (
        <ChangeDrawer position={position} onShut={shut} />
      )}
    </li>
  )
}

/** Nothing can be asked of a terminal that is gone: what it has shown last is said to be old, and how old. */
function LinkLost({ sinceMs }: Readonly<{ sinceMs: number }>) {
  const clock = clockText(sinceMs)
  return (
    <>
      <Chip is="warn" title={positionsCopy.lostMeaning(clock)}>
        {positionsCopy.lost}
      </Chip>
      <time className={`${number} ${css.since}`}>{clock}</time>
    </>
  )
}

function Head({ position }: Readonly<{ position: PositionView }>) {
  return (
    <div>
      <p className={css.head}>
        <span className={css.symbol}>{position.pair ?? position.symbol}</span>
        <SideMark side={position.side} />
        <span className={number}>{position.lots}</span>
      </p>
      <p className={css.details}>
        <span className={number}>
          {position.open} → {position.now ?? positionsCopy.noPrice}
        </span>
      </p>
      <TerminalName terminal={position.terminal} />
    </div>
  )
}

function Result({ position }: Readonly<{ position: PositionView }>) {
  const { r, pips, netCents } = position
  return (
    <p className={css.result}>
      {r === null ? (
        <span className={`${css.details} ${css.line}`}>{positionsCopy.noRisk}</span>
      ) : (
        <span className={`${number} ${toneOf(r)} ${css.r}`}>{rText(r)}</span>
      )}
      <span className={`${number} ${css.money}`}>
        {[signedAmountText(netCents), ...(pips === null ? [] : [`${signed(pips, 1)} p`])].join(' · ')}
      </span>
    </p>
  )
}
