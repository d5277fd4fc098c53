import { readFileSync } from 'node:fs'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { setRespect } from '@/domain/comments/respect'
import { castMood } from '@/domain/moods'
import { saveArticle } from '@/domain/reading-list'
import { newReader, openAs } from './account-states'
import { reader } from './support/stories'
import { expect, externalWriteNoticed, signIn, test, viewerOf } from './support/test'

test('a reader finds, takes back, downloads and deletes what the site has', async ({ page, story }) => {
	const { viewer, email } = await newReader()
	const comment = { parentId: null, name: '', email: '' }
	const editor = await viewerOf('editor')
	const { id: parentId } = await postComment(editor, story.articleId, {
		...comment,
		body: 'What did you see?',
	})
	const { id } = await postComment(viewer, story.articleId, { ...comment, body: 'The tide.' })
	await castMood(viewer, story.articleId, 'sad')
	await setRespect(viewer, story.articleId, parentId, true)
	await saveArticle(viewer, story.articleId)
	await externalWriteNoticed()
	await openAs(page, email, '/account')
	const main = page.getByRole('main')

	await main.getByText('Change the name').first().click()
	const nameField = main.getByLabel('Public name')
	await nameField.fill('Rosa R.')
	await main.getByRole('button', { name: 'Change the name' }).click()
	await expect(main.getByRole('status')).toContainText('Your public name is changed')
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Rosa R.')

	await main.getByRole('link', { name: 'My comments' }).click()
	await expect(main.getByRole('listitem')).toContainText(['Waiting for approval'])
	await expect(main.getByRole('listitem').first()).toContainText('The tide.')
	await main.getByRole('link', { name: 'Back to your account' }).click()

	await main.getByRole('link', { name: 'My votes' }).click()
	const votes = main.getByRole('listitem')
	await expect(votes).toHaveCount(3)
	await votes
		.filter({ hasText: 'Mood: Sad' })
		.getByRole('button', { name: /^Take back: Mood: Sad/ })
		.click()
	await expect(main.getByRole('status')).toHaveText('Taken back.')
	await expect(votes).toHaveCount(2)
	await main.getByRole('link', { name: 'Back to your account' }).click()

	const download = page.waitForEvent('download')
	await main.getByRole('button', { name: 'As JSON, for programs' }).click()
	const data = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
	expect(data).toMatchObject({ comments: [{ number: id, text: 'The tide.' }], votes: [], saved: [{}] })

	await main.getByRole('link', { name: 'Delete my account' }).click()
	await expect(main).toContainText('1 comment that waits or was not published')
	await main.getByRole('checkbox', { name: /^Yes, delete/ }).check()
	await main.getByRole('button', { name: 'Delete my account' }).click()
	await expect(main.getByRole('status')).toContainText('Your account is deleted.')
	await page.goto('/account')
	await expect(page).toHaveURL(/\/sign-in\?next=\/account$/)
})

test('an account of the newsroom says who can remove its access', async ({ page }) => {
	await signIn(page, 'editor', '/account/delete')
	await expect(page.getByRole('main')).toContainText('An owner can take away your access')
	await expect(page.getByRole('checkbox')).toHaveCount(0)
})

test('a reader sees unread notices everywhere and marks them as read', async ({ page, story }) => {
	const { viewer, email } = await newReader()
	const comment = { parentId: null, name: 'Ned Neighbour', email: 'ned@example.org' }
	const moderator = await viewerOf('moderator')
	const { id: parentId } = await postComment(viewer, story.articleId, { ...comment, body: 'Is it open?' })
	await moderateComment(moderator, parentId, 'approved')
	const reply = await postComment(reader(), story.articleId, { ...comment, parentId, body: 'It is.' })
	await moderateComment(moderator, reply.id, 'approved')
	await externalWriteNoticed()
	await openAs(page, email, `/news/${story.slug}`)
	await page.getByRole('link', { name: /\(2 unread notices\)/ }).click()
	const main = page.getByRole('main')
	await main.getByRole('link', { name: 'Notices (2)' }).click()
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Notices (2)')
	const lines = main.getByRole('listitem')
	await expect(lines).toContainText(['Ned Neighbour has replied', 'Your comment waited'])
	await expect(lines.getByText('New', { exact: true })).toHaveCount(2)
	await main.getByRole('button', { name: 'Mark all as read' }).press('Enter')
	await expect(main.getByRole('status')).toHaveText('All are marked as read.')
	await expect(lines.getByText('New', { exact: true })).toHaveCount(0)
	await expect(page.getByRole('link', { name: /unread notice/ })).toHaveCount(0)
	await lines.first().getByRole('link').click()
	await expect(page).toHaveURL(new RegExp(`#comment-${reply.id}$`))
})

test('a reader without an account ignores a person and reads them again', async ({ page, story }) => {
	const author = reader()
	const words = { parentId: null, name: 'Loud Larry', email: 'larry@example.org' }
	const moderator = await viewerOf('moderator')
	for (const body of ['One more thing.', 'And another.']) {
		const { id } = await postComment(author, story.articleId, { ...words, body })
		await moderateComment(moderator, id, 'approved')
	}
	await externalWriteNoticed()
	const collapsed = page.locator('#comments details summary', { hasText: 'Loud Larry, whom you ignore' })
	await page.goto(`/news/${story.slug}`)
	await page
		.getByRole('link', { name: /^Report or ignore/ })
		.first()
		.click()
	await page.getByRole('button', { name: 'Ignore Loud Larry' }).click()
	await expect(page).toHaveURL(new RegExp(`/news/${story.slug}`))
	await page.goto(`/news/${story.slug}`)
	await expect(collapsed).toHaveCount(2)
	await expect(page.getByText('And another.')).toBeHidden()
	await collapsed.first().focus()
	await page.keyboard.press('Enter')
	await expect(page.getByText('And another.')).toBeVisible()

	await page.goto('/account/ignored')
	await page.getByRole('button', { name: 'Stop ignoring Loud Larry' }).click()
	await expect(page.getByRole('main').getByRole('status')).toContainText('shown to you again')
	await page.goto(`/news/${story.slug}`)
	await expect(page.getByText('And another.')).toBeVisible()
	await expect(collapsed).toHaveCount(0)
})
