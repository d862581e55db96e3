import type { ComponentProps } from 'react'
import * as css from './button.css.ts'

type Props = ComponentProps<'button'> & Readonly<{ look?: keyof typeof css.look }>

export function Button({ look = 'quiet', className = '', ...rest }: Props) {
  return <button type="button" className={`${css.look[look]} ${className}`} {...rest} />
}
