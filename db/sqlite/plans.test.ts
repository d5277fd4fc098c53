import { beforeAll, expect, test } from 'vitest'
import { adAddresses, adFor } from '@/domain/ads'
import { findAd, listAds } from '@/domain/ads-desk'
import { isInArchive, listArchivePeriod, listArchiveYears } from '@/domain/archive/archive'
import { findArticle, findLiveId, findNoArticle } from '@/domain/articles/find-article'
import { findRevision, listRevisions } from '@/domain/articles/history'
import { isAuthor, isTag } from '@/domain/articles/listed'
import { findNeighbours, listByAuthor, listLatest, listSection, listTag } from '@/domain/articles/lists'
import { startStory } from '@/domain/articles/save'
import { sectionAt } from '@/domain/articles/section-address'
import { listStories, listStorySections } from '@/domain/articles/stories'
import { listLog } from '@/domain/audit-log'
import { countWaiting } from '@/domain/comments/held'
import { listComments } from '@/domain/comments/list'
import { moderateComment } from '@/domain/comments/moderate'
import { COMMENTS_PER_PAGE, findComment } from '@/domain/comments/paging'
import { postComment, saveDraft } from '@/domain/comments/post'
import { listThread } from '@/domain/comments/thread'
import { correctionsOf } from '@/domain/corrections'
import { readFeeds, readSitemaps } from '@/domain/feeds/feeds.fixture'
import { frontPage } from '@/domain/front-page'
import { arrangementAt, findArrangements } from '@/domain/front-page-arrangements'
import { findFrontPageStories } from '@/domain/front-page-stories'
import { castMood, moodTally, myMood } from '@/domain/moods'
import { overview } from '@/domain/overview'
import type { StaffViewer } from '@/domain/permissions'
import { listPhotos } from '@/domain/photos/read'
import { myStars, rateArticle, ratingTally } from '@/domain/ratings'
import { countResponses } from '@/domain/reader-counts'
import { isAnonymous, readerIdOf } from '@/domain/readers'
import { relatedTo } from '@/domain/related/related'
import { responsesToday } from '@/domain/responses-by-hour'
import { findByAddress } from '@/domain/search/find-by-address'
import { searchArticles } from '@/domain/search/search'
import { isSeries, listSeries, seriesPlaceOf } from '@/domain/series/series'
import { setPart } from '@/domain/series/set-part'
import { findSession } from '@/domain/sessions'
import { siteSettings } from '@/domain/settings'
import { countVotes } from '@/domain/votes/counts'
import { countReturned } from '@/domain/votes/return'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { ALL_TAGS, invalidate } from '@/lib/invalidation'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { withDatabase } from '../testing'
import { planOf, recorded, scansIn } from './plans.fixture'

withDatabase()

let story: Awaited<ReturnType<typeof liveStory>>
let author: string
let contributor: StaffViewer
let byline: string
let commentId: number
let owner: StaffViewer
const viewer = reader()

beforeAll(async () => {
	story = await liveStory({ tags: ['harbour'] })
	await liveStory({ headline: 'The next one', tags: ['harbour'] })
	await setPart(story.editor, story.articleId, { name: 'The bridge', part: '' })
	author = (await createStaff('editor')).person.id
	contributor = await createStaff('contributor')
	owner = await createStaff('owner')
	const fields = await storyFields(contributor)
	byline = fields.bylines[0] ?? ''
	await startStory(contributor, fields)
	await castMood(viewer, story.articleId, 'happy')
	// More than one page of comments, so that every branch of paging runs.
	commentId = (await postComment(story.editor, story.articleId, guestComment())).id
	const reply = { ...guestComment(), parentId: commentId }
	for (let number = 0; number < COMMENTS_PER_PAGE; number += 1)
		await postComment(story.editor, story.articleId, { ...reply, body: `${number}.` })
	await moderateComment(story.editor, commentId, 'rejected')
	await moderateComment(story.editor, commentId, 'approved')
})

/** Reads and writes that a reader's request causes. */
const PATHS: Record<string, () => Promise<unknown>> = {
	'an article by its address': () => findArticle(story.slug),
	'an old address': () => findArticle('never-there'),
	'an unknown address': () =>
		Promise.all([
			findNoArticle('nowhere'),
			sectionAt('nowhere'),
			isTag('harbour'),
			isAuthor(story.editor.person.name),
		]),
	'the liveness of an article': () => findLiveId(story.slug),
	neighbours: () => findNeighbours(story.articleId),
	'corrections of a story': () => correctionsOf(story.articleId),
	'the front page': frontPage,
	'an arranged front page': () =>
		frontPage({
			arrangement: { places: { lead: { id: story.articleId, until: '' } }, sections: [], blocks: ['felt'] },
		}),
	'arrangements at the desk': () => Promise.all([arrangementAt(new Date()), findArrangements(story.editor)]),
	'stories for the front page': () => findFrontPageStories(story.editor, 'bridge'),
	'responses of a week': () => countResponses(new Date()),
	'the archive': () =>
		Promise.all([
			listArchiveYears(),
			listArchivePeriod({ year: 2026, month: 1 }),
			isInArchive({ year: 2026 }),
		]),
	'a series and related stories': () =>
		Promise.all([
			isSeries('the-bridge'),
			listSeries('the-bridge'),
			seriesPlaceOf(story.articleId),
			relatedTo(story.articleId),
		]),
	'help by an address': () => findByAddress(['bridge', 'opens']),
	'the latest': () => listLatest({ limit: 20 }),
	'a section': () => Promise.all([listSection('news'), listSection('news', { page: 2, limit: 1 })]),
	'a tag and an author': () => Promise.all([listTag('harbour'), listByAuthor(story.editor.person.name)]),
	'feeds and sitemaps': () => Promise.all([readFeeds(story.slug, { author: byline }), readSitemaps()]),
	tallies: () => Promise.all([moodTally(story.articleId), ratingTally(story.articleId)]),
	'own mood and stars': () =>
		Promise.all([myMood(viewer, story.articleId), myStars(viewer, story.articleId)]),
	'counts of votes': () => countVotes(story.articleId, 'Africa/Lagos'),
	'the return of a reader': () => countReturned(viewer, new Date(Date.now() + 86_400_000)),
	'a vote set aside': async () => {
		const votes = Array.from({ length: NEW_READERS_MAX + 1 }, () => reader())
		for (const each of votes) await castMood(each, story.articleId, 'sad', 'a network')
		for (const each of votes) await countReturned(each, new Date(Date.now() + 86_400_000))
	},
	'a thread': () => listThread(viewer, story.articleId),
	'the page of a comment': () => findComment(viewer, story.articleId, commentId),
	'own held comments': () => countWaiting(viewer, story.articleId),
	'comments at the desk': () => listComments(story.editor, { state: 'rejected', past: 9 }),
	'the history of a story': () =>
		Promise.all([
			listRevisions(story.editor, story.articleId),
			findRevision(story.editor, story.articleId, 1),
		]),
	'the overview': () => Promise.all([overview(story.editor), responsesToday('Africa/Lagos')]),
	'the log': () =>
		Promise.all([
			listLog(owner, { kind: 'article', from: new Date() }),
			listLog(owner, { story: story.articleId, past: 9 }),
			listLog(owner, { person: author }),
		]),
	'stories at the desk': () =>
		listStories(story.editor, { state: 'live', section: 'news', query: 'bridge', past: 99 }),
	'stories of an author at the desk': () => listStories(story.editor, { author: byline }),
	'own stories at the desk': () => listStories(contributor),
	'stories that wait for an editor': () => listStories(story.editor, { whose: 'waiting' }),
	'stories that wait for a writer': () => listStories(contributor, { whose: 'waiting' }),
	'stories in review': () => listStories(story.editor, { state: 'in review' }),
	'a search': () => searchArticles('bridhge opens', { section: 'news', author: 'an' }),
	'sections of the story list': listStorySections,
	'photographs at the desk': () => listPhotos(story.editor, { query: 'quay', limit: 40, before: 9 }),
	'photographs whose rights end': () => listPhotos(story.editor, { limit: 40, before: 9, rightsDue: true }),
	'the advertisement': () => adFor({ slot: 'corner', section: 'news' }),
	'links of advertisements': adAddresses,
	'advertisements at the desk': () =>
		Promise.all([listAds(story.editor), findAd(story.editor, 1).catch(() => {})]),
	'the viewer of a request': () =>
		Promise.all([findSession('nobody'), isAnonymous('nobody'), readerIdOf({ person: null, readerId: 'a' })]),
	settings: siteSettings,
	'a vote': () => castMood(reader(), story.articleId, 'sad'),
	'a rating': () => rateArticle(reader(), story.articleId, 4),
	'a comment': () => postComment(viewer, story.articleId, guestComment()),
	'a draft': () => saveDraft(viewer, story.articleId, { body: 'Later.', parentId: null }),
}

const guestComment = () => ({
	body: `Seen ${author}.`,
	parentId: null,
	name: 'A guest',
	email: 'guest@example.org',
})

test.each(Object.entries(PATHS))('%s uses an index', async (_, run) => {
	// Clears memoized reads, so that they run again.
	invalidate({ immediate: [ALL_TAGS], deferred: [] })
	const statements = await recorded(run)
	expect(statements.length).toBeGreaterThan(0)
	for (const statement of statements) expect(scansIn(statement), statement).toEqual([])
})

test('scansIn reports a full scan of a growing table', () => {
	expect(scansIn('select * from articles where withdrawal_reason = ?')).toEqual(['SCAN articles'])
})

test('own stories at the desk are read from the author’s indexes', async () => {
	const [listing = ''] = (await recorded(() => listStories(contributor))).filter((each) =>
		/ union /.test(each),
	)
	const plan = planOf(listing).join()
	expect(plan).toContain('articles_by_creator')
	expect(plan).toContain('revision_bylines_by_person')
	expect(plan).not.toContain('TEMP B-TREE')
})

/** Lists are read in index order from a covering index; only the chosen cards are sorted. */
test.each(['neighbours', 'the front page', 'the latest', 'a section'])(
	'%s: only the rows shown are sorted',
	async (name) => {
		const lists = (await recorded(PATHS[name] as () => Promise<unknown>)).filter((each) => choosesCards(each))
		expect(lists.length).toBeGreaterThan(0)
		for (const statement of lists) {
			const plan = planOf(statement)
			expect(plan.some((step) => step.includes('COVERING INDEX articles_live'))).toBe(true)
			expect(plan.findIndex((step) => step.includes('TEMP B-TREE'))).toBe(plan.length - 1)
		}
	},
)

const choosesCards = (statement: string): boolean => / in \(select "id" from "articles"/.test(statement)

test('the search for neighbours starts at the story’s index entry', async () => {
	const [, next] = (await recorded(() => findNeighbours(story.articleId))).filter(choosesCards)
	expect(planOf(next ?? '').join()).toContain('(publish_at>? AND publish_at<?)')
})

test('posting reads a bounded number of other comments', async () => {
	const newcomer = reader()
	const asked = await recorded(() => postComment(newcomer, story.articleId, guestComment()))
	const ofReader = asked.filter((each) => /^select .* from "comments" where .*"reader_id" = \?/.test(each))
	expect(ofReader).toHaveLength(3)
	for (const statement of ofReader) {
		expect(planOf(statement).join(), statement).not.toContain('TEMP B-TREE')
		// The number of held comments for each story is limited by a rule.
		if (!/"article_id" = \?/.test(statement)) expect(statement).toMatch(/ limit \?$/)
	}
	expect(ofReader.flatMap(planOf).join()).toContain('(reader_id=? AND state=? AND article_id=?)')
})
