import { beforeAll } from 'vitest'
import { write } from '@/db'
import { withDatabase } from '@/db/testing'
import { drawn } from '@/e2e/support/photos'
import { createStaff, liveStory, reader, storyFields } from '@/e2e/support/stories'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { autosaveStory } from './articles/autosave'
import { changeStorySection } from './articles/change-section'
import { restoreRevision } from './articles/history'
import { publishStory, withdrawStory } from './articles/publish'
import { nameRevision } from './articles/revision-names'
import { type SavedStory, saveStory, startStory } from './articles/save'
import { changeSlug } from './articles/slugs'
import { findStory } from './articles/stories'
import { renewEditor, takeOver } from './articles/story-editors'
import { changeLanguage } from './articles/translations'
import { ignoreAuthor } from './comments/ignore'
import { moderateComment } from './comments/moderate'
import { deleteComment, editComment } from './comments/own'
import { pickComment } from './comments/pick'
import { postComment } from './comments/post'
import { setRespect, withdrawRespect } from './comments/respect'
import { addCorrection } from './corrections'
import { testLocks } from './locks.fixture'
import { mergeReader } from './merge-readers'
import { castMood } from './moods'
import { decideReported } from './notices/desk-reports'
import { sendReport } from './notices/reports'
import type { StaffViewer } from './permissions'
import { addPhoto } from './photos/add'
import { changePhoto } from './photos/change'
import { rateArticle } from './ratings'
import { ensureReader } from './readers'
import { withdrawVote } from './votes/cast'
import { decideBurst, listBursts, undoVoteDecision } from './votes/decisions'

withDatabase()

type Story = Awaited<ReturnType<typeof liveStory>>
const words = { body: 'I was there.', parentId: null, name: 'Ada', email: 'ada@example.org' }

const unsaved = { token: crypto.randomUUID(), articleId: null, baseRevisionId: null, fields: {} }

const opened = () => ({ articleId: story.articleId, token: unsaved.token, typedAt: null })

let story: Story
let draft: SavedStory
let withdrawn: Story
let restored: Story
let owner: StaffViewer
let ownReaderId: string
const NEW_REPORT = { reason: 'spam', explanation: '', goodFaith: false, name: '', email: '' }

let commentId: number
let reportedId: number
let ownId: number
let approvedId: number
let photoId: number
let burst: string

beforeAll(async () => {
	story = await liveStory()
	owner = await createStaff('owner')
	draft = await startStory(owner, await storyFields(owner))
	withdrawn = await liveStory()
	restored = await liveStory()
	await saveStory(
		owner,
		restored.articleId,
		restored.revisionId,
		await storyFields(owner, { headline: 'Low' }),
	)
	ownReaderId = await write((tx) => ensureReader(tx, owner))
	await write((tx) => ensureReader(tx, reader('browser')))
	commentId = (await postComment(reader(), story.articleId, words)).id
	reportedId = (await postComment(owner, story.articleId, words)).id
	approvedId = (await postComment(await createStaff('editor'), story.articleId, words)).id
	ownId = (await postComment(owner, story.articleId, { ...words, body: 'My own.' })).id
	for (let number = 0; number <= NEW_READERS_MAX; number += 1)
		await castMood(reader(), story.articleId, 'happy', 'a network')
	burst = (await listBursts(owner, story.articleId))[0]?.id ?? ''
	photoId = (await addPhoto(owner, { bytes: await drawn(300, 200).jpeg().toBuffer() })).id
})

const headOf = async ({ articleId }: Story) => (await findStory(owner, articleId)).headRevisionId
const article = (of: SavedStory) => `article ${of.articleId}`

testLocks([
	['castMood', () => castMood(owner, story.articleId, 'happy'), () => `reader ${ownReaderId}`, 'moods'],
	['rateArticle', () => rateArticle(owner, story.articleId, 4), () => `reader ${ownReaderId}`, 'ratings'],
	[
		'decideBurst',
		() => decideBurst(owner, story.articleId, burst, { outcome: 'release', reason: 'A class.' }),
		() => article(story),
		'set_aside_votes',
	],
	[
		'undoVoteDecision',
		() => undoVoteDecision(owner, story.articleId, 1),
		() => article(story),
		'vote_decisions',
	],
	[
		'postComment',
		() => postComment(owner, story.articleId, { ...words, body: 'Me too.' }),
		() => `reader ${ownReaderId}`,
		'comments',
	],
	[
		'setRespect',
		() => setRespect(owner, story.articleId, approvedId, true),
		() => `reader ${ownReaderId}`,
		'comments',
	],
	[
		'ignoreAuthor',
		() => ignoreAuthor(owner, story.articleId, approvedId),
		() => `reader ${ownReaderId}`,
		'comments',
	],
	['withdrawRespect', () => withdrawRespect(owner, approvedId), () => `reader ${ownReaderId}`, 'comments'],
	[
		'withdrawVote',
		() => withdrawVote(owner, story.articleId, 'mood'),
		() => `reader ${ownReaderId}`,
		'moods',
	],
	['pickComment', () => pickComment(owner, approvedId, true), () => `comment ${approvedId}`, 'comments'],
	[
		'editComment',
		() => editComment(owner, story.articleId, ownId, 'Anew.'),
		() => `comment ${ownId}`,
		'comments',
	],
	['deleteComment', () => deleteComment(owner, story.articleId, ownId), () => `comment ${ownId}`, 'comments'],
	[
		'moderateComment',
		() => moderateComment(owner, commentId, 'rejected'),
		() => `comment ${commentId}`,
		'comments',
	],
	[
		'sendReport',
		() => sendReport({ ...NEW_REPORT, commentId: reportedId }),
		() => `comment ${reportedId}`,
		'comments',
	],
	[
		'decideReported',
		() => decideReported(owner, reportedId, { outcome: 'removed', rule: 'spam', law: '', facts: '' }),
		() => `comment ${reportedId}`,
		'comment_decisions',
	],
	[
		'saveStory',
		async () => saveStory(owner, story.articleId, story.revisionId, await storyFields(owner)),
		() => article(story),
		'articles',
	],
	[
		'changeStorySection',
		() => changeStorySection(owner, draft.articleId, 'news'),
		() => article(draft),
		'articles',
	],
	[
		'restoreRevision',
		async () => restoreRevision(owner, restored.articleId, 1, await headOf(restored)),
		() => article(restored),
		'articles',
	],
	[
		'a save with a new tag',
		async () => startStory(owner, await storyFields(owner, { tags: ['Quay'] })),
		() => 'tag slug quay',
		'tags',
	],
	['autosaveStory', () => autosaveStory(owner, unsaved), () => `autosave ${unsaved.token}`, 'autosaves'],
	[
		'nameRevision',
		() => nameRevision(owner, story.articleId, 1, 'Named'),
		() => article(story),
		'revision_names',
	],
	['renewEditor', () => renewEditor(owner, opened()), () => article(story), 'story_editors'],
	['takeOver', () => takeOver(owner, story.articleId, opened().token), () => article(story), 'articles'],
	[
		'changeLanguage',
		() => changeLanguage(owner, story.articleId, { language: 'fr', translationOf: '' }),
		() => 'translations all',
		'articles',
	],
	['publishStory', () => publishStory(owner, draft.articleId, draft), () => article(draft), 'articles'],
	[
		'withdrawStory',
		() => withdrawStory(owner, withdrawn.articleId, 'It was wrong.'),
		() => article(withdrawn),
		'articles',
	],
	['changeSlug', () => changeSlug(owner, story.articleId, 'moved'), () => article(story), 'articles'],
	[
		'a new slug',
		() => changeSlug(owner, story.articleId, 'moved again'),
		() => 'article slug moved-again',
		'redirects',
	],
	[
		'uniqueSlug',
		async () => startStory(owner, await storyFields(owner, { headline: 'Low water' })),
		() => 'article slug low-water',
		'articles',
	],
	[
		'addCorrection',
		() =>
			addCorrection(owner, story.articleId, { kind: 'correction', placement: 'foot', text: 'It was noon.' }),
		() => article(story),
		'articles',
	],
	[
		'ensureReader of a cookie',
		() => write((tx) => ensureReader(tx, reader('new'))),
		() => 'reader new',
		'readers',
	],
	[
		'ensureReader of an account',
		() => write((tx) => ensureReader(tx, owner)),
		() => `person ${owner.person.id}`,
		'readers',
	],
	[
		'mergeReader',
		() => write((tx) => mergeReader(tx, 'browser', ownReaderId)),
		() => 'reader browser',
		'readers',
	],
	['changePhoto', () => changePhoto(owner, photoId, { caption: 'Quay' }), () => `photo ${photoId}`, 'photos'],
])
