'use server'

import { deskAction, type FormInput, type FormRetry } from '@/app/desk/desk-action'
import { bodyOfPost } from '@/app/desk/stories/story-fields'
import { deskTime } from '@/components/desk/desk-time'
import { parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { deletePage } from '@/domain/pages/delete-page'
import { findPageRevision } from '@/domain/pages/page-revisions'
import {
	findPage,
	type PageDecision,
	type PageFields,
	savePage,
	startFromStarter,
	startPage,
} from '@/domain/pages/pages'
import { authorize, type Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'

const PAGES = '/desk/pages'

export const startPageAction = deskAction(async (viewer, { text }) => {
	const fields = { title: text('title'), slug: text('slug'), body: parseMarkdown('') }
	return { path: `${PAGES}/${await startPage(viewer, fields)}`, notice: 'pageStarted', leaves: true }
})

export const startFromStarterAction = deskAction(async (viewer, { text }) => ({
	path: `${PAGES}/${await startFromStarter(viewer, text('starter'))}`,
	notice: 'pageStarted',
	leaves: true,
}))

const NOTICE = { publish: 'pagePublished', unpublish: 'pageUnpublished', save: 'saved' } as const

export const savePageAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'edit pages')
	const { text, number } = input
	const fields = { title: text('title'), body: bodyOfPost(text('bodyJson'), text('bodyText')) }
	const then = text('then')
	const decision: PageDecision = then === 'publish' || then === 'unpublish' ? then : null
	const saved = await savePage(viewer, number('page'), number('base'), fields, decision)
	if (saved.kind === 'stale') return staleState(viewer, input, fields)
	const story = { saved: true, revisionId: saved.revisionId, publication: '' }
	return { path: `${PAGES}/${number('page')}`, notice: NOTICE[decision ?? 'save'], story }
})

/** Form state after a stale save: the newer save is the base of the next, so that saving again replaces it knowingly. */
async function staleState(viewer: Viewer, { number }: FormInput, yours: PageFields): Promise<FormRetry> {
	const theirs = await findPage(viewer, number('page'))
	const by = theirs.savedBy ?? 'Somebody'
	const at = deskTime(theirs.savedAt, await siteSettings())
	return {
		message: `${by} saved this page at ${at} while you were writing. Nothing was overwritten: both versions are here.`,
		values: { base: [String(theirs.headRevisionId)] },
		story: {
			saved: false,
			revisionId: theirs.headRevisionId,
			publication: '',
			stale: { by, at, theirs: textOf(theirs), yours: textOf(yours) },
		},
	}
}

const textOf = ({ title, body }: PageFields): string => `Title: ${title}\n${toMarkdown(body)}`

export const restorePageAction = deskAction(async (viewer, { number }) => {
	const [id, revisionId] = [number('page'), number('revision')]
	const revision = await findPageRevision(viewer, id, revisionId)
	const saved = await savePage(viewer, id, number('base'), revision)
	if (saved.kind === 'stale')
		throw new Refusal('conflict', 'Somebody saved this page meanwhile. Please load the history again.')
	return { path: `${PAGES}/${id}`, notice: 'restored', leaves: true }
})

export const deletePageAction = deskAction(async (viewer, { text, number }) => {
	authorize(viewer, 'edit pages')
	if (text('sure') !== 'yes')
		throw new Refusal('invalid', 'Please tick that the page is deleted for good.', 'sure')
	await deletePage(viewer, number('page'))
	return { path: PAGES, notice: 'pageDeleted', leaves: true }
})
