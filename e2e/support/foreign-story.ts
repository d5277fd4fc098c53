import { publishStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { changeLanguage } from '@/domain/articles/translations'
import { parseMarkdown } from '@/domain/body/markdown'
import { postComment } from '@/domain/comments/post'
import { addCorrection } from '@/domain/corrections'
import { castMood } from '@/domain/moods'
import type { StaffViewer } from '@/domain/permissions'
import { rateArticle } from '@/domain/ratings'
import { saveArticle } from '@/domain/reading-list'
import { chooseRelated } from '@/domain/related/choose'
import { setPart } from '@/domain/series/set-part'
import { invalidate } from '@/lib/invalidation'
import { DISCUSSED_COMMENTS_MIN, FELT_VOTES_MIN, RATINGS_MIN } from '@/lib/reader-lists'
import { insertPhoto } from './photos'
import { liveStory, reader } from './stories'

/**
 * Publishes a story in Arabic that each list of the site names, some of them for `viewer` alone. @returns the paths of
 * all pages with a text of it
 */
export async function publishInArabic(viewer: StaffViewer): Promise<string[]> {
	const { editor, articleId, slug } = await liveStory({
		...{ headline: 'جسر الميناء', kicker: 'المدينة', standfirst: 'فُتح الجسر اليوم.', tags: ['Γέφυρες'] },
		...{ body: parseMarkdown('عبر الناس الجسر.'), heroPhotoId: await insertPhoto() },
	})
	await changeLanguage(editor, articleId, { language: 'ar', translationOf: '' })
	const { fields, headRevisionId } = await findStory(editor, articleId)
	const headline = 'جسر الميناء مفتوح'
	const saved = await saveStory(editor, articleId, headRevisionId, { ...fields, headline })
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	await publishStory(editor, articleId, { revisionId: saved.revisionId })
	await addCorrection(editor, articleId, { kind: 'correction', placement: 'foot', text: 'كان صباحًا.' })
	const [related, part] = [await liveStory({ headline: 'Ρολόι' }), await liveStory({ headline: 'Μύλος' })]
	await chooseRelated(editor, related.articleId, slug)
	await setPart(editor, articleId, { name: 'Λιμάνι', part: '1' })
	await setPart(editor, part.articleId, { name: 'Λιμάνι', part: '2' })
	await respond(viewer, editor, articleId)
	const [author] = fields.bylines
	return [
		...['', '/history', '/history/1', '/history/2', '/photos/1'].map((end) => `/news/${slug}${end}`),
		...[`/news/${related.slug}`, `/news/${part.slug}`, `/news/${slug}-x`],
		...[
			'/',
			'/sections/news',
			`/people/${author}`,
			'/tags/γέφυρες',
			'/series/λιμάνι',
			'/corrections',
			'/comments',
		],
		...[`/search?q=${encodeURIComponent('الميناء')}`, `/archive/${today()}`],
		...[
			'/most',
			'/most/discussed',
			'/most/rated',
			'/most/angry',
			'/reading-list',
			'/account/comments',
			'/account/votes',
			'/account/notices',
		],
	]
}

const today = (): string => new Date().toISOString().slice(0, 10).replaceAll('-', '/')

async function respond(viewer: StaffViewer, editor: StaffViewer, articleId: number): Promise<void> {
	for (let votes = 0; votes < FELT_VOTES_MIN; votes += 1) await castMood(reader(), articleId, 'angry')
	for (let votes = 0; votes < RATINGS_MIN; votes += 1) await rateArticle(reader(), articleId, 5)
	const own = { parentId: null, name: '', email: '' }
	for (let number = 0; number < DISCUSSED_COMMENTS_MIN; number += 1)
		await postComment(viewer, articleId, { ...own, body: `Ναι ${number}` })
	const { id } = await postComment(viewer, articleId, { ...own, body: 'Γιατί;' })
	await postComment(editor, articleId, { ...own, body: 'Έτσι.', parentId: id })
	await saveArticle(viewer, articleId)
	// The counts of readers' lists are kept for minutes.
	invalidate({ immediate: ['front-page'], deferred: [] })
}

/** Text nodes that match, without those of scripts and addresses. */
export const textsIn = (root: Element, pattern: RegExp): ChildNode[] =>
	[...root.querySelectorAll('*:not(script, [translate="no"], [translate="no"] *)')]
		.flatMap(({ childNodes }) => [...childNodes])
		.filter(({ nodeName, textContent }) => nodeName === '#text' && pattern.test(textContent ?? ''))
