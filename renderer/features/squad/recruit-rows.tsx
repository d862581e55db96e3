import type { BoardLine, BoardRecruit } from '../../../engine/contracts/squad-desk.ts'
import { squadCopy } from '../../copy/squad.ts'
import { kindWords, rankWords } from '../../copy/words.ts'
import { tone } from '../../theme/type.css.ts'
import { Chip } from '../../ui/chip.tsx'
import { signedAmountText } from '../../ui/format/money.ts'
import { percentText, rText } from '../../ui/format/numbers.ts'
import { dateText, spanText } from '../../ui/format/time.ts'
import { HoldButton } from '../../ui/hold/hold-button.tsx'
import * as css from './board.css.ts'
import { fingerprint } from './squad.css.ts'

const copy = squadCopy.board

type Props = Readonly<{ recruit: BoardRecruit; nowMs: number; onRemove: (key: string) => void }>

/** One recruit: a row for each kind of account that they have told of. */
export function RecruitRows({ recruit, nowMs, onRemove }: Props) {
  const { callSign, key, last } = recruit
  const [line, ...more] = last?.lines ?? []
  const span = 1 + more.length
  return (
    <>
      <tr className={css.first} data-recruit={key}>
        <th className={css.cell} rowSpan={span} scope="rowgroup">
          <bdi className={css.name}>{callSign}</bdi>
          <span className={fingerprint}>{recruit.fingerprint}</span>
          <span className={css.under}>{copy.since(dateText(recruit.sinceMs))}</span>
        </th>
        {line ? <LineCells line={line} /> : <NoLine hasReport={last !== null} />}
        <td className={css.cell} rowSpan={span}>
          {last ? (
            <>
              {dateText(last.weekMs)}
              <span className={css.under}>{ageText(nowMs - last.receivedMs)}</span>
            </>
          ) : (
            copy.none
          )}
        </td>
        <td className={css.cell} rowSpan={span}>
          <HoldButton
            look="small"
            className={css.remove}
            title={copy.removeMeaning}
            onHeld={() => onRemove(key)}
          >
            {copy.remove}
          </HoldButton>
        </td>
      </tr>
      {more.map(each => (
        <tr key={each.account} data-recruit={key}>
          <LineCells line={each} />
        </tr>
      ))}
    </>
  )
}

/** Of less than a minute nobody wants to know more, nor of a clock that was set back. */
const ageText = (ms: number): string => (ms < 60_000 ? copy.justNow : copy.ago(spanText(ms)))

function NoLine({ hasReport }: Readonly<{ hasReport: boolean }>) {
  return (
    <td className={css.cell} colSpan={4}>
      <span className={tone.faint}>{hasReport ? copy.noTrades : copy.noReport}</span>
    </td>
  )
}

function LineCells({ line }: Readonly<{ line: BoardLine }>) {
  const { account, rank, results, money, winRate } = line
  return (
    <>
      <td className={css.cell}>
        <Chip>{kindWords[account]}</Chip>
      </td>
      <td className={css.cell}>{rankWords[rank].name}</td>
      <td className={css.figure}>
        {results ? (
          <>
            <span className={tone[results.r < 0 ? 'short' : results.r > 0 ? 'long' : 'plain']}>
              {rText(results.r)}
            </span>
            <span className={css.under}>
              {copy.n(results.trades)}
              {money && ` · ${signedAmountText(money.netCents)} ${money.currency}`}
            </span>
          </>
        ) : (
          <span className={tone.faint}>{copy.hidden}</span>
        )}
      </td>
      <td className={css.figure}>
        {winRate ? (
          <>
            {percentText(winRate.value)}
            <span className={css.under}>
              {percentText(winRate.low)} – {percentText(winRate.high)}
            </span>
          </>
        ) : (
          <span className={tone.faint}>{results ? copy.none : copy.hidden}</span>
        )}
      </td>
    </>
  )
}
