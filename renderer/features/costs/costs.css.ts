import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

export const lead = style({ fontSize: theme.size.lead, fontWeight: 500, textWrap: 'pretty' })
export const of = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })
export const old = style({ fontSize: theme.size.small, color: theme.colour.warn })

export const section = style({ minWidth: 0, overflowX: 'auto' })
export const table = style({ tableLayout: 'fixed' })
export const caption = style([
  label,
  {
    paddingBottom: theme.space.tight,
    textAlign: 'left',
    color: theme.colour.goldDim,
    fontSize: theme.size.body,
  },
])

const headCell = style([label, { padding: `${theme.space.hair} 0`, fontWeight: 500 }])
export const firstHead = style([headCell, { width: '34%', textAlign: 'left' }])
export const head = style([headCell, { textAlign: 'right' }])

export const row = style({ borderTop: `1px solid ${theme.colour.line}` })
export const sumRow = style({ borderTop: `1px solid ${theme.colour.goldDim}` })

export const name = style({
  padding: `${theme.space.tight} ${theme.space.large} ${theme.space.tight} 0`,
  textAlign: 'left',
  fontWeight: 500,
  selectors: { [`${sumRow} &`]: { fontWeight: 700 } },
})
/** Under the name, so that it needs no column. */
export const track = style({ display: 'block', height: '3px', marginTop: theme.space.hair })
export const bar = style({ display: 'block', height: '100%', background: theme.colour.goldDim })
export const cell = style({
  padding: `${theme.space.tight} 0`,
  textAlign: 'right',
  verticalAlign: 'top',
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  selectors: { [`${sumRow} &`]: { color: theme.colour.ink } },
})
