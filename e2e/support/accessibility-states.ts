import type { Page } from '@playwright/test'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { expect, signIn } from './test'

/** Opens the refused form of the accessibility statement. */
export async function openRefusedMessage(page: Page): Promise<void> {
	await page.goto('/accessibility')
	await page.evaluate(() => {
		// Bypasses the browser's validation and the islands.
		document.querySelector<HTMLFormElement>('form[action="/accessibility/message"]')?.submit()
	})
	await expect(page.getByRole('alert')).toBeVisible()
}

/** Opens the desk's list of messages about accessibility, with one of long words. */
export async function openMessages(page: Page): Promise<void> {
	const word = 'Barrierefreiheitsstärkungsgesetz'.repeat(3)
	await sendAccessibilityMessage({
		text: `${word}\nThe menu has no names.`,
		page: `https://example.org/${word}`,
		email: `${'reader'.repeat(9)}@example.org`,
	})
	await signIn(page, 'owner', '/desk/accessibility')
}
