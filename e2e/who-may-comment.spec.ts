import { changeResponses } from '@/domain/articles/change-responses'
import { makeCommentLink } from '@/domain/comments/confirmation'
import { makeConfirmationLink } from '@/domain/email-confirmation'
import { findPersonByEmail } from '@/domain/people'
import type { CommentsFrom } from '@/domain/settings'
import { PASSWORD } from './support/env'
import { expect, externalWriteNoticed, signIn, test, viewerOf } from './support/test'

async function allow(articleId: number, commentsFrom: CommentsFrom): Promise<void> {
	const own = { commentsPolicy: null, moodsShown: null, ratingsShown: null, commentsFrom }
	await changeResponses(await viewerOf('editor'), articleId, own)
	await externalWriteNoticed()
}

const pathOf = (link: string): string => new URL(link).pathname + new URL(link).search

test('a comment survives the making of an account, whose address is confirmed', async ({ page, story }) => {
	const email = `reader-${crypto.randomUUID().slice(0, 8)}@example.org`
	await allow(story.articleId, 'accounts')
	await page.goto(`/news/${story.slug}`)
	await expect(page.getByText('Comments here are from people who are signed in.')).toBeVisible()
	await page.getByLabel('Your comment').fill('Written before the account.')
	await page.getByRole('button', { name: 'Sign in and post' }).click()
	await page.getByRole('link', { name: 'Make an account' }).click()
	await page.getByLabel('Name').fill('Rita Reader')
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('button', { name: 'Make my account' }).click()
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Password').fill(PASSWORD)
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
	await expect(page).toHaveURL(/#comment-form$/)
	await expect(page.getByLabel('Your comment')).toHaveValue('Written before the account.')
	await page.getByRole('button', { name: 'Post' }).click()
	await expect(page.locator('#comments')).toContainText('Written before the account.')

	await page.goto('/account')
	await expect(page.getByText('Not confirmed, because this site sends no mail.')).toBeVisible()
	const id = (await findPersonByEmail(email))?.id ?? ''
	await page.goto(pathOf(await makeConfirmationLink({ id, email }, '/account')))
	await page.getByRole('button', { name: 'Confirm my address' }).click()
	await expect(page.getByRole('status').first()).toHaveText('Your e-mail address is confirmed.')
})

test('a guest confirms an address, and a closed story tells its reason', async ({ page, story }) => {
	await allow(story.articleId, 'confirmed')
	await page.goto(`/news/${story.slug}`)
	await expect(page.getByText('Comments of people without an account wait')).toBeVisible()
	await page.getByLabel('Your comment').fill('From a guest.')
	await page.getByLabel('Name').fill('Gus Guest')
	await page.getByLabel('E-mail').fill('gus@example.org')
	await page.getByRole('button', { name: 'Post' }).click()
	const comment = page.locator('#comments').getByRole('article').filter({ hasText: 'From a guest.' })
	await expect(comment).toContainText('E-mail addresses cannot be confirmed here')
	const commentId = Number((await comment.getAttribute('id'))?.replace('comment-', ''))
	await page.goto(pathOf(await makeCommentLink(commentId)))
	await page.getByRole('button', { name: 'Confirm my address' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your address is confirmed')

	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	const form = page.getByRole('form', { name: 'What readers may do' })
	await form.getByText('Chosen for this story').click()
	await form.getByLabel('Comments', { exact: true }).selectOption('closed')
	await form.getByLabel('Reason for closing').fill('All is said.')
	await form.getByRole('button', { name: 'Save what readers may do' }).click()
	await expect(page.getByText('Saved. Readers see it at once.').first()).toBeVisible()
	await page.goto(`/news/${story.slug}`)
	await expect(page.locator('#comments')).toContainText(/The conversation closed on .+: .?All is said\./)
	await expect(page.getByLabel('Your comment')).toHaveCount(0)
})
