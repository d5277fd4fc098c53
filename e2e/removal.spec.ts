import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { sessions } from '@/db/schema'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { startStory } from '@/domain/articles/save'
import { addPhoto } from '@/domain/photos/add'
import { hashToken } from '@/lib/hash-token'
import { photoPath } from '@/lib/photo-paths'
import { PASSWORD } from './support/env'
import { drawn } from './support/photos'
import { expect, externalWriteNoticed, signIn, test, viewerOf } from './support/test'

test('a photograph of a draft is removed, restored and deleted for ever', async ({ page }) => {
	const owner = await viewerOf('owner')
	const name = `A quay ${crypto.randomUUID().slice(0, 8)}`
	const bytes = await drawn(640, 480, `#${crypto.randomUUID().slice(0, 6)}`)
		.jpeg()
		.toBuffer()
	const photo = await addPhoto(owner, { bytes, fields: { caption: name, credit: 'Ann', alt: 'A quay' } })
	const fields = { ...EMPTY_STORY, headline: `Seen from ${name}`, heroPhotoId: photo.id }
	const { articleId } = await startStory(owner, fields)
	await externalWriteNoticed()

	await signIn(page, 'owner', `/desk/photographs/${photo.id}`)
	const remove = page.getByRole('button', { name: 'Move to the trash' })
	await remove.click()
	await expect(page).toHaveURL(/\/desk\/trash\?done=trashed/)
	await page.goto(`/desk/stories/${articleId}`)
	await expect(page.getByRole('region', { name: 'Publishing' })).toContainText(
		`Photograph ${photo.id} was removed`,
	)
	await page.goto('/desk/trash')
	await page.getByRole('button', { name: `Restore “${name}”` }).click()
	await expect(page).toHaveURL(/\/desk\/photographs\/\d+\?done=untrashed/)

	await remove.click()
	await expect(page).toHaveURL(/\/desk\/trash/)
	await forgetConfirmation(page)
	await page.getByRole('button', { name: `Delete for ever: “${name}”` }).click()
	await page.getByLabel('Your password').fill(PASSWORD)
	await page.getByRole('button', { name: 'Confirm and continue' }).click()
	await expect(page.getByText('Deleted for ever.')).toBeVisible()
	const file = photoPath(photo.hash, photo.widths[0] ?? 0, 'webp')
	await expect.poll(async () => (await page.request.get(file)).status()).toBe(404)
})

/** Sets the session of a page to one without a recent confirmation. */
async function forgetConfirmation(page: Page): Promise<void> {
	const cookies = await page.context().cookies()
	const token = cookies.find((cookie) => cookie.name === 'square-session')?.value ?? ''
	const own = eq(sessions.sessionToken, hashToken(token))
	await write((tx) => tx.update(sessions).set({ confirmedAt: null }).where(own))
	await externalWriteNoticed()
}
