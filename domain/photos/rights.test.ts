import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { changeSettings } from '@/domain/settings'
import { drawn } from '@/e2e/support/photos'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { overview } from '../overview'
import { addPhoto } from './add'
import { changePhoto } from './change'
import { findPhoto, listPhotos } from './read'
import { rightsState, siteDay } from './rights'

withDatabase()

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const rights = { credit: 'Ana', alt: 'A quay' }

test('rights end after their last day, and warn for thirty days', () => {
	const stateOn = (day: string) => rightsState({ rightsEndOn: '2027-06-30' }, day)
	expect(['2027-05-30', '2027-05-31', '2027-06-30', '2027-07-01'].map(stateOn)).toEqual([
		null,
		'ending',
		'ending',
		'ended',
	])
	expect(rightsState({ rightsEndOn: null }, '2027-07-01')).toBeNull()
})

test('a day begins at midnight in the site’s time zone', async () => {
	const owner = await createStaff('owner')
	const at = new Date('2027-06-30T20:00:00Z')
	expect(await siteDay(at)).toBe('2027-06-30')
	await changeSettings(owner, { timeZone: 'Asia/Tokyo' })
	expect(await siteDay(at)).toBe('2027-07-01')
	await changeSettings(owner, { timeZone: 'UTC' })
})

test('the last day of the rights is a day of the calendar, or absent', async () => {
	const editor = await createStaff('editor')
	const { id } = await addPhoto(editor, { bytes: await drawn(300, 200, 'teal').jpeg().toBuffer() })
	for (const rightsEndOn of ['30.6.2027', '2027-06-31', '0202-06-30', '2027-06-30T10:00', '2027'])
		await expect(changePhoto(editor, id, { rightsEndOn })).rejects.toMatchObject({ field: 'rightsEndOn' })
	await changePhoto(editor, id, { rightsEndOn: ' 2027-06-30 ' })
	expect(await findPhoto(id)).toMatchObject({ rightsEndOn: '2027-06-30' })
	expect(await changePhoto(editor, id, { rightsEndOn: '' })).toMatchObject({ rightsEndOn: null })
})

test('photographs whose rights ended or end soon are listed', async () => {
	const editor = await createStaff('editor')
	const add = async (colour: string, caption: string, days: number) => {
		const fields = { ...rights, caption, rightsEndOn: dayFromNow(days) }
		return (await addPhoto(editor, { bytes: await drawn(310, 200, colour).jpeg().toBuffer(), fields })).id
	}
	const ended = await add('navy', 'A harbour', -3)
	const ending = await add('olive', 'A bridge', 10)
	await add('gold', 'A harbour', 90)
	const listed = async (query?: string) =>
		(await listPhotos(editor, { limit: 10, rightsDue: true, query })).map(({ id }) => id)
	expect(await listed()).toEqual([ending, ended])
	expect(await listed('harbour')).toEqual([ended])
})

test('live stories with such a photograph wait for editors', async () => {
	const photographer = await createStaff('editor')
	const bytes = await drawn(320, 200, 'plum').jpeg().toBuffer()
	const { id } = await addPhoto(photographer, { bytes, fields: rights })
	const { editor, articleId } = await liveStory({ headline: 'The bridge opens', heroPhotoId: id })
	const waiting = async () => (await overview(editor)).rightsDue
	expect(await waiting()).toEqual([])
	await changePhoto(editor, id, { rightsEndOn: dayFromNow(-3) })
	expect(await waiting()).toEqual([
		{ id: articleId, headline: 'The bridge opens', rightsEndOn: dayFromNow(-3), state: 'ended' },
	])
	expect((await overview(await createStaff('contributor'))).rightsDue).toEqual([])
})
