import { write } from '@/db'
import { placeAd } from '@/domain/ads-desk'
import { addNote } from '@/domain/articles/notes'
import { withdrawStory } from '@/domain/articles/publish'
import { findStory } from '@/domain/articles/stories'
import { deleteComment, editComment } from '@/domain/comments/own'
import { COMMENTS_PER_PAGE } from '@/domain/comments/paging'
import { postComment, saveDraft } from '@/domain/comments/post'
import { castMood } from '@/domain/moods'
import type { StaffViewer, Viewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { createSession } from '@/domain/sessions'
import { AD_COOKIE, ISLANDS_COOKIE, ISLANDS_WITH_READER, READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { createStaff, liveStory, reader } from '../support/stories'

/** A viewer, and the secrets that may be sent to this viewer alone. */
export type CanaryViewer = { name: string; cookie: string; secrets: string[] }

export const ANONYMOUS_VIEWER: CanaryViewer = { name: 'an anonymous viewer', cookie: '', secrets: [] }

export type CanarySite = {
	pages: string[]
	/** The story with comments. */
	story: { articleId: number; path: string }
	viewers: CanaryViewer[]
	closedAd: string
}

const HELD = 'canary-held-4471'
const DRAFT = 'canary-draft-5582'
const READER_NAME = 'Canary Reader 6693'
const READER_EMAIL = 'canary-6693@example.org'
const STAFF_NAME = 'Canary Staff 7704'
const STAFF_DRAFT = 'canary-staff-draft-8815'

/** Of the sentence about a vote that does not count. */
const SET_ASIDE = 'stored, but not counted yet'

const NOTE = 'canary-note-9926'
const DELETED = 'canary-deleted-1037'
const REPLACED = 'canary-replaced-2148'

/** Secrets that no viewer is sent. */
export const NEVER_SENT = [READER_EMAIL, NOTE, DELETED, REPLACED]
/** Secrets of single viewers, or of none. */
export const ALL_SECRETS = [HELD, DRAFT, READER_NAME, SET_ASIDE, STAFF_NAME, STAFF_DRAFT, ...NEVER_SENT]

/** Creates eleven pages and all kinds of viewers, with private content of each on the pages. */
export async function seedCanaries(): Promise<CanarySite> {
	const { editor, articleId: live } = await liveStory({ headline: 'The ferry sails', tags: ['harbour'] })
	const { articleId: withdrawn } = await liveStory({ headline: 'The ferry sank' })
	await withdrawStory(editor, withdrawn, 'It did not.')
	for (const id of [live, withdrawn]) await addNote(editor, id, NOTE)
	let newest = 0
	for (let number = 0; number <= COMMENTS_PER_PAGE; number += 1)
		newest = (await postComment(editor, live, words(`I saw it sail, ${number} times.`))).id
	await deleteWithReply(editor, live)
	const { id: edited } = await postComment(editor, live, words(REPLACED))
	await editComment(editor, live, edited, 'It sailed twice.')
	const adId = await placeAd(await createStaff('owner'), AD)

	const ownReader = reader()
	await postComment(ownReader, live, words(HELD))
	const network = 'a busy network'
	for (let number = 0; number < NEW_READERS_MAX; number += 1) await castMood(reader(), live, 'happy', network)
	await voteAndDraft(ownReader, live, DRAFT, network)
	const ownStaff = await createStaff('moderator', STAFF_NAME)
	await voteAndDraft(ownStaff, live, STAFF_DRAFT)
	const { token } = await write((tx) => createSession(tx, ownStaff.person.id))

	const readerCookie = `${READER_COOKIE}=${sign('reader', ownReader.readerId ?? '')}`
	const session = `${SESSION_COOKIE}=${token}`
	const islands = `${ISLANDS_COOKIE}=${ISLANDS_WITH_READER}`
	const ofReader = [HELD, DRAFT, READER_NAME, SET_ASIDE]
	const article = '/news/the-ferry-sails'
	return {
		pages: [
			'/',
			'/sections/news',
			'/tags/harbour',
			`/people/${(await findStory(editor, live)).fields.bylines[0]}`,
			article,
			`${article}?page=2`,
			`${article}?reply=${newest}`,
			`${article}?comment=${newest}`,
			'/news/the-ferry-sank',
			'/news/unknown',
			'/sign-in',
		],
		story: { articleId: live, path: article },
		viewers: [
			{ name: 'a reader', cookie: readerCookie, secrets: ofReader },
			{
				name: 'a reader with scripts',
				cookie: `${readerCookie}; ${islands}`,
				secrets: ofReader,
			},
			{
				name: 'a moderator',
				cookie: `${session}; ${islands}`,
				secrets: [STAFF_NAME, STAFF_DRAFT],
			},
			ANONYMOUS_VIEWER,
		],
		closedAd: `${AD_COOKIE}=${sign('ad', String(adId))}`,
	}
}

/** A deleted comment that stays as a placeholder, because another answers it. */
async function deleteWithReply(viewer: StaffViewer, articleId: number): Promise<void> {
	const { id } = await postComment(viewer, articleId, words(DELETED))
	await postComment(viewer, articleId, { ...words('To that I say yes.'), parentId: id })
	await deleteComment(viewer, articleId, id)
}

const AD = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }

const words = (body: string) => ({ body, parentId: null, name: READER_NAME, email: READER_EMAIL })

async function voteAndDraft(
	viewer: Viewer,
	articleId: number,
	body: string,
	network?: string,
): Promise<void> {
	await castMood(viewer, articleId, 'sad', network)
	await rateArticle(viewer, articleId, 2, network)
	await saveDraft(viewer, articleId, { body, parentId: null })
}
