import type { Page } from '@playwright/test'
import { inviteColleague } from '@/domain/invite'
import { makePasswordLink } from '@/domain/password-links'
import { addPhoto } from '@/domain/photos/add'
import { EMPTY_PROFILE } from '@/domain/profile-fields'
import { createAuthor } from '@/domain/profiles'
import { LONG_WORD } from './support/long-word'
import { drawn } from './support/photos'
import { expect, signIn, viewerOf } from './support/test'

export async function openPasswordLink(page: Page): Promise<void> {
	const { person } = await viewerOf('editor')
	const { link } = await makePasswordLink(await viewerOf('owner'), person.id)
	await page.goto(`/password${new URL(link).search}`)
}

export async function openInvitation(page: Page): Promise<void> {
	const { link } = await inviteColleague(await viewerOf('owner'), { ...newColleague(), role: 'editor' })
	await page.goto(`/welcome${new URL(link).search}`)
}

/** Opens an author with a long profile and a picture. */
export async function openPerson(page: Page): Promise<void> {
	const owner = await viewerOf('owner')
	const photo = await addPhoto(owner, { bytes: await drawn(600, 400).jpeg().toBuffer() })
	const url = `https://example.org/${LONG_WORD}`
	const id = await createAuthor(owner, {
		...EMPTY_PROFILE,
		name: LONG_WORD.slice(0, 80),
		kind: 'organisation',
		beat: LONG_WORD,
		bio: `[${LONG_WORD}](${url})`,
		callToAction: { label: LONG_WORD.slice(0, 60), url },
		profiles: [{ label: LONG_WORD.slice(0, 60), url }],
		photoId: photo.id,
	})
	await signIn(page, 'owner', `/desk/people/${id}`)
}

/** Opens the invitations with a new one and its link. */
export async function openInvitations(page: Page): Promise<void> {
	await signIn(page, 'owner', '/desk/people/invitations')
	const { email, name } = newColleague()
	await page.getByLabel('E-mail').fill(email)
	await page.getByLabel('Name').fill(name)
	await page.getByRole('button', { name: 'Invite' }).click()
	await expect(page.getByLabel('Link of the invitation')).toBeVisible()
}

const newColleague = () => ({
	name: LONG_WORD.slice(0, 80),
	email: `colleague-${crypto.randomUUID()}@example.org`,
})
