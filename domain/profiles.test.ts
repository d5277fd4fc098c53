import { desc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { drawn } from '@/e2e/support/photos'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { findArticle } from './articles/find-article'
import { isAuthor } from './articles/listed'
import { listByAuthor } from './articles/lists'
import { addPhoto } from './photos/add'
import { EMPTY_PROFILE, type ProfileFields } from './profile-fields'
import { changeProfile, createAuthor, findMovedPerson, findProfile } from './profiles'

withDatabase()

const profile = (changes: Partial<ProfileFields> = {}): ProfileFields => ({
	...EMPTY_PROFILE,
	name: 'Felastory',
	kind: 'organisation',
	...changes,
})

test('an organisation stands over stories with box, picture and links', async () => {
	const owner = await createStaff('owner')
	const photo = await addPhoto(owner, { bytes: await drawn(300, 200).jpeg().toBuffer() })
	const id = await createAuthor(
		owner,
		profile({
			bio: 'We bring you the *news*.\nSupport [journalism](https://example.org/a_(b)), [not](javascript:alert(1)).',
			callToAction: { label: ' Visit  Shop. ', url: 'https://example.org/shop' },
			profiles: [
				{ label: 'Blog', url: 'https://example.org/blog' },
				{ label: '', url: '' },
			],
			fediverse: 'news@Example.Social',
			photoId: photo.id,
		}),
	)
	const { slug } = (await findProfile(owner, id)).fields
	expect(slug).toBe('felastory')
	const { slug: story } = await liveStory({ bylines: [slug] })
	const found = await findArticle(story)
	const [byline] = found.kind === 'live' ? found.article.bylines : []
	expect(byline).toMatchObject({
		kind: 'organisation',
		callToAction: { label: 'Visit Shop.', url: 'https://example.org/shop' },
		profiles: [{ label: 'Blog', url: 'https://example.org/blog' }],
		fediverse: '@news@example.social',
		picture: { id: photo.id },
	})
	expect(byline?.bio).toMatchObject([
		{ text: 'We bring you the ' },
		{ text: 'news', marks: [{ type: 'italic' }] },
		{ text: '. Support ' },
		{ text: 'journalism', marks: [{ type: 'link', attrs: { href: 'https://example.org/a_%28b%29' } }] },
		{ text: ', [not](javascript:alert(1)).' },
	])
})

test('an earlier slug leads to the page and stays reserved', async () => {
	const owner = await createStaff('owner')
	const id = await createAuthor(owner, profile({ name: 'Nia Reed' }))
	const { fields } = await findProfile(owner, id)
	await changeProfile(owner, id, { ...fields, slug: 'Nia of the quay' })
	expect(await isAuthor('nia-reed')).toBe(false)
	expect(await findMovedPerson('nia-reed')).toBe('nia-of-the-quay')
	const other = await createAuthor(owner, profile({ name: 'Nia Reed' }))
	expect((await findProfile(owner, other)).fields.slug).toBe('nia-reed-2')
	for (const slug of ['nia-reed', 'nia-of-the-quay'])
		await expect(changeProfile(owner, other, profile({ name: 'Nia', slug }))).rejects.toMatchObject({
			code: 'conflict',
			field: 'slug',
		})
	await changeProfile(owner, id, { ...fields, slug: 'nia-reed' })
	expect((await listByAuthor('nia-reed')).author).toMatchObject({ name: 'Nia Reed' })
	expect(await findMovedPerson('nia-reed')).toBeNull()
	expect(await findMovedPerson('nia-of-the-quay')).toBe('nia-reed')
})

test('a change is logged with old and new values of its fields', async () => {
	const owner = await createStaff('owner')
	const id = await createAuthor(owner, profile({ name: 'Ola', beat: 'Trade' }))
	const { fields } = await findProfile(owner, id)
	await changeProfile(owner, id, { ...fields, beat: 'Harbour' })
	const last = async () =>
		(await readDb().select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0]
	const logged = { from: { beat: 'Trade' }, to: { beat: 'Harbour' } }
	expect(await last()).toMatchObject({ action: 'change profile', subject: `person:${id}`, detail: logged })
	await changeProfile(owner, id, { ...fields, beat: 'Harbour' })
	expect(await last()).toMatchObject({ detail: logged })
})

test('staff change their own profile, and nobody one above', async () => {
	const [owner, admin, writer] = [
		await createStaff('owner'),
		await createStaff('admin'),
		await createStaff('contributor'),
	]
	const { fields } = await findProfile(writer, writer.person.id)
	await changeProfile(writer, writer.person.id, { ...fields, beat: 'Tides' })
	expect((await findProfile(writer, writer.person.id)).fields.beat).toBe('Tides')
	await expect(changeProfile(writer, admin.person.id, fields)).rejects.toMatchObject({ code: 'forbidden' })
	await expect(findProfile(writer, admin.person.id)).rejects.toMatchObject({ code: 'forbidden' })
	// Fixtures are stored as contributors; the role of the stored person counts.
	await expect(createAuthor(writer, profile())).rejects.toMatchObject({ code: 'forbidden' })
	await expect(findProfile(owner, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
})

test.each<[Partial<ProfileFields>, string]>([
	[{ name: ' ' }, 'name'],
	[{ slug: '!!!' }, 'slug'],
	[{ beat: 'a'.repeat(101) }, 'beat'],
	[{ bio: 'a'.repeat(1_001) }, 'bio'],
	[{ callToAction: { label: 'Shop', url: '' } }, 'callToActionUrl'],
	[{ callToAction: { label: 'Shop', url: 'javascript:alert(1)' } }, 'callToActionUrl'],
	[{ callToAction: { label: '', url: 'https://example.org/' } }, 'callToActionLabel'],
	[{ profiles: [EMPTY_PROFILE.callToAction, { label: 'Blog', url: 'mailto:a@b' }] }, 'profileUrl2'],
	[{ fediverse: 'ada@localhost' }, 'fediverse'],
	[{ fediverse: '@ada@example.social/x' }, 'fediverse'],
	[{ photoId: 4_711 }, 'photoNumber'],
])('%j is refused at %s', async (changes, field) => {
	const refused = createAuthor(await createStaff('owner'), profile(changes))
	await expect(refused).rejects.toMatchObject({ code: 'invalid', field })
})
