import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { placeAd } from './ads-desk'
import { normalizeFields } from './articles/fields'
import { withdrawStory } from './articles/publish'
import { parseBody } from './body/validate'
import { addPerson } from './people'
import type { StaffViewer } from './permissions'
import { changedFields } from './photos/fields'
import { changeSettings, siteSettings } from './settings'

withDatabase()

const UNSEEN = '\u200b\u2060 \u3164\u2800'

let owner: StaffViewer
beforeAll(async () => {
	owner = await createStaff('owner')
})

test('invisible texts are refused in required fields', async () => {
	const { editor, articleId } = await liveStory()
	const ad = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }
	const person = { email: 'ada@example.org', password: 'correct horse battery', role: 'reader' } as const
	const fields = await storyFields(editor, { headline: UNSEEN })
	expect(() => normalizeFields(fields)).toThrow('headline')
	await expect(placeAd(owner, { ...ad, title: UNSEEN })).rejects.toMatchObject({ field: 'title' })
	await expect(placeAd(owner, { ...ad, text: UNSEEN })).rejects.toMatchObject({ field: 'text' })
	await expect(withdrawStory(editor, articleId, UNSEEN)).rejects.toMatchObject({ field: 'reason' })
	await expect(changeSettings(owner, { siteName: UNSEEN })).rejects.toMatchObject({ field: 'siteName' })
	await expect(addPerson({ ...person, name: UNSEEN })).rejects.toMatchObject({ field: 'name' })
})

test('invisible texts are stored empty in optional fields', async () => {
	const { editor } = await liveStory()
	const changes = { kicker: UNSEEN, heroCaption: UNSEEN, tags: [UNSEEN, 'Harbour'] }
	expect(normalizeFields(await storyFields(editor, changes))).toMatchObject({
		kicker: '',
		heroCaption: '',
		tags: ['Harbour'],
	})
	expect(changedFields({ caption: UNSEEN, alt: ' a\u202eb ' })).toEqual({ caption: null, alt: 'ab' })
	const figure = { type: 'figure', attrs: { photoId: 1, caption: UNSEEN } }
	expect(parseBody({ version: 1, content: [figure] }).content).toMatchObject([{ attrs: { caption: '' } }])
	await changeSettings(owner, { tagline: UNSEEN })
	expect((await siteSettings()).tagline).toBe('')
})
