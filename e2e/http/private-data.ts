import { write } from '@/db'
import { sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { autosaveStory } from '@/domain/articles/autosave'
import { addNote } from '@/domain/articles/notes'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { trashStory } from '@/domain/articles/trash'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment, saveDraft } from '@/domain/comments/post'
import { inviteColleague } from '@/domain/invite'
import { decideReported } from '@/domain/notices/desk-reports'
import { sendReport } from '@/domain/notices/reports'
import { addPerson } from '@/domain/people'
import { addPhoto } from '@/domain/photos/add'
import { createSession, hashToken } from '@/domain/sessions'
import { drawn } from '../support/photos'
import { createStaff, liveStory, reader, storyFields } from '../support/stories'

/** Text in all private fields that a test can choose. */
const CANARY = 'canary-7731'
/** Address of a client of the test's own requests. */
export const CLIENT_ADDRESS = '127.77.31.9'

const address = (name: string) => `${CANARY}-${name}@example.org`

/** Fills the site with private data of every kind, beside public content. @returns texts that nobody may be sent */
export async function plantPrivateData(): Promise<{ secrets: string[]; articleId: number; slug: string }> {
	const bytes = await drawn(1200, 800)
		.withExif({ IFD0: { Software: `${CANARY} camera` }, IFD3: { GPSAreaInformation: `${CANARY} place` } })
		.jpeg()
		.toBuffer()
	const { editor, articleId, slug } = await liveStory({ headline: 'The mill turns', tags: ['mill'] })
	const photo = await addPhoto(editor, { bytes, fields: { caption: 'A mill', credit: 'Ann', alt: 'A mill' } })
	const pictured = await storyFields(editor, { headline: 'The mill again', heroPhotoId: photo.id })
	const shown = await startStory(editor, pictured)
	await publishStory(editor, shown.articleId, { revisionId: shown.revisionId })

	const account = { name: 'Ada Reed', email: address('account'), password: `${CANARY} password` }
	const { id: personId } = await addPerson({ ...account, role: 'reader' })
	const { token } = await write((tx) => createSession(tx, personId))
	const guest = reader()
	const words = { name: 'Grace', email: address('guest'), parentId: null }
	const own = { person: { id: personId, ...account, role: 'reader' as const }, readerId: null }
	const kept = await postComment(guest, articleId, { ...words, body: 'I saw it turn.' })
	const byAccount = await postComment(own, articleId, { ...words, body: 'So did I.' })
	const removed = await postComment(reader(), articleId, { ...words, body: `${CANARY} removed` })
	for (const { id } of [kept, byAccount, removed]) await moderateComment(editor, id, 'approved')
	await postComment(reader(), articleId, { ...words, body: `${CANARY} held` })
	await saveDraft(guest, articleId, { body: `${CANARY} comment draft`, parentId: null })
	const report = {
		reason: 'other',
		explanation: `${CANARY} report`,
		goodFaith: false,
		name: `${CANARY} name`,
	}
	const receipt = await sendReport({ ...report, email: address('report'), commentId: removed.id })
	await decideReported(editor, removed.id, {
		...{ outcome: 'removed', rule: 'abuse', law: '', facts: `${CANARY} facts` },
	})
	await sendAccessibilityMessage({ text: `${CANARY} message`, page: '', email: address('message') })

	const draft = await startStory(editor, await storyFields(editor, { headline: `${CANARY} draft` }))
	await addNote(editor, articleId, `${CANARY} note`)
	const scheduled = await startStory(editor, await storyFields(editor, { headline: `${CANARY} scheduled` }))
	await publishStory(editor, scheduled.articleId, {
		revisionId: scheduled.revisionId,
		at: new Date(Date.now() + 86_400_000),
	})
	const trashed = await startStory(editor, await storyFields(editor, { headline: `${CANARY} trashed` }))
	await trashStory(editor, trashed.articleId)
	await autosaveStory(editor, {
		...{ token: crypto.randomUUID(), articleId: draft.articleId, baseRevisionId: draft.revisionId },
		fields: { headline: [`${CANARY} unsaved`] },
	})
	const { link } = await inviteColleague(await createStaff('owner'), {
		...{ email: address('invitation'), name: `${CANARY} colleague`, role: 'editor' },
	})
	const invitation = new URL(link).searchParams.get('token') ?? ''
	return {
		secrets: [
			CANARY,
			CLIENT_ADDRESS,
			...[token, receipt.token, invitation].flatMap((each) => [each, hashToken(each)]),
			guest.readerId ?? '',
		],
		articleId,
		slug,
	}
}
