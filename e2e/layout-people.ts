import type { Page } from '@playwright/test'
import { makePasswordLink } from '@/domain/password-links'
import { addPhoto } from '@/domain/photos/add'
import { EMPTY_PROFILE } from '@/domain/profile-fields'
import { createAuthor } from '@/domain/profiles'
import { LONG_STAFF_NAME, LONG_WORD } from './layout-openers'
import { drawn } from './support/photos'
import { signIn, viewerOf } from './support/test'

export async function openPasswordLink(page: Page): Promise<void> {
	const { person } = await viewerOf('editor')
	const { link } = await makePasswordLink(await viewerOf('owner'), person.id)
	await page.goto(`/password${new URL(link).search}`)
}

/** Opens an author with a long profile and a picture. */
export async function openPerson(page: Page): Promise<void> {
	const owner = await viewerOf('owner')
	const photo = await addPhoto(owner, { bytes: await drawn(600, 400).jpeg().toBuffer() })
	const url = `https://example.org/${LONG_WORD}`
	const id = await createAuthor(owner, {
		...EMPTY_PROFILE,
		name: LONG_STAFF_NAME,
		kind: 'organisation',
		beat: LONG_WORD,
		bio: `[${LONG_WORD}](${url})`,
		callToAction: { label: LONG_WORD.slice(0, 60), url },
		profiles: [{ label: LONG_WORD.slice(0, 60), url }],
		photoId: photo.id,
	})
	await signIn(page, 'owner', `/desk/people/${id}`)
}
