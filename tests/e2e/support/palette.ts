/** The palette as a person finds it. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './war-room.ts'

export const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' })
export const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Command' })
export const options = (page: Page): Locator => page.getByRole('option')
/** The page of the rail that is open. */
export const here = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current]')

export async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(typed)
}

export async function take(page: Page, typed: string): Promise<void> {
  await ask(page, typed)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}
