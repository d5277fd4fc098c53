import { handleAccessibilityMessage, sendAccessibilityMessage } from '@/domain/accessibility-messages'
import { placeAd, retireAd, setAdActive } from '@/domain/ads-desk'
import { addNote } from '@/domain/articles/notes'
import { planStory } from '@/domain/articles/planning'
import { decideAbout, publishStory, withdrawStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { trashStory } from '@/domain/articles/trash'
import { parseMarkdown } from '@/domain/body/markdown'
import { addReaderNote } from '@/domain/comments/commenter'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { restrictAuthor } from '@/domain/comments/restrictions'
import { saveArrangement } from '@/domain/front-page-save'
import { castMood } from '@/domain/moods'
import { fileComplaint } from '@/domain/notices/complaints'
import { decideReported } from '@/domain/notices/desk-reports'
import { sendReport } from '@/domain/notices/reports'
import { savePage, startFromStarter } from '@/domain/pages/pages'
import { ANONYMOUS, type StaffViewer } from '@/domain/permissions'
import { setPart } from '@/domain/series/set-part'
import { listTags } from '@/domain/tags'
import { moveToTrash } from '@/domain/trash/trash'
import { decideBurst, listBursts } from '@/domain/votes/decisions'
import { EMPTY_ARRANGEMENT } from '@/lib/front-page-arrangement'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { insertPhoto } from '../support/photos'
import { reader, storyFields } from '../support/stories'

/** Stories of both authors in every state, photographs of both, comments in every state, advertisements. */
export async function fillDesk(editor: StaffViewer, contributor: StaffViewer): Promise<void> {
	for (const author of [editor, contributor]) {
		for (const state of ['draft', 'in review', 'approved', 'scheduled', 'live', 'withdrawn']) {
			const { articleId, revisionId } = await startStory(
				author,
				await storyFields(author, { headline: `${state} of ${author.person.name}` }),
			)
			await addNote(editor, articleId, 'Please check the date.')
			if (state === 'draft') continue
			if (state === 'in review' || state === 'approved') {
				await decideAbout(author, articleId, { kind: 'submit' })
				if (state === 'approved') await decideAbout(editor, articleId, { kind: 'approve' })
				continue
			}
			const at = state === 'scheduled' ? new Date(Date.now() + 86_400_000) : undefined
			await publishStory(editor, articleId, { revisionId, at })
			if (state === 'withdrawn') await withdrawStory(editor, articleId, 'It was wrong.')
			if (state !== 'live') continue
			await comment(editor, articleId)
			await votesSetAside(editor, articleId)
			await setPart(editor, articleId, { name: 'The harbour', part: '' })
		}
		const { articleId: planned } = await startStory(author, await storyFields(author))
		await planStory(editor, planned, { plannedAt: new Date() })
		const { articleId: deleted } = await startStory(
			author,
			await storyFields(author, { tags: ['Quay', 'Pier'] }),
		)
		await trashStory(author, deleted)
		await insertPhoto(photoOf(author))
		await moveToTrash(author, 'photo', await insertPhoto(photoOf(author)))
	}
	const { tags } = await listTags(editor)
	await moveToTrash(editor, 'tag', tags.find(({ name }) => name === 'Pier')?.id ?? 0)
	const ad = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }
	await setAdActive(editor, await placeAd(editor, ad), false)
	await placeAd(editor, ad)
	for (const isRemoved of [false, true]) {
		const retired = await placeAd(editor, ad)
		await retireAd(editor, retired)
		if (isRemoved) await moveToTrash(editor, 'ad', retired)
	}
	const messages = ['The menu has no names.', 'A video has no captions.']
	for (const text of messages) await sendAccessibilityMessage({ text, page: '', email: '' })
	await handleAccessibilityMessage(editor, 1, true)
	const report = { explanation: '', goodFaith: false, name: '', email: '' }
	await sendReport({ ...report, commentId: 2, reason: 'spam' })
	const { id: reportId, token } = await sendReport({ ...report, commentId: 5, reason: 'spam' })
	const reasons = { outcome: 'kept', rule: '', law: '', facts: 'It is about the story.' }
	await decideReported(editor, 5, reasons)
	await fileComplaint(ANONYMOUS, { reportId, token }, 'It is an advertisement.')
	const page = await startFromStarter(editor, 'about')
	await savePage(editor, page, 1, { title: 'About us', body: parseMarkdown('We print.') })
	await saveArrangement(editor, EMPTY_ARRANGEMENT, { base: 0 })
}

const photoOf = ({ person }: StaffViewer) => ({ createdBy: person.id })

/** Two bursts of votes: one waits, one is decided. */
async function votesSetAside(editor: StaffViewer, articleId: number): Promise<void> {
	for (const network of ['a school', 'an office'])
		for (let number = 0; number <= NEW_READERS_MAX; number += 1)
			await castMood(reader(), articleId, 'happy', network)
	const [burst] = await listBursts(editor, articleId)
	const decision = { outcome: 'discard', reason: 'A script.' } as const
	if (burst) await decideBurst(editor, articleId, burst.id, decision)
}

async function comment(editor: StaffViewer, articleId: number): Promise<void> {
	for (const state of ['waiting', 'approved', 'rejected'] as const) {
		const guest = { name: 'A guest', email: 'guest@example.org', body: `To be ${state}.`, parentId: null }
		const { id } = await postComment(reader(), articleId, guest)
		if (state !== 'waiting') await moderateComment(editor, id, state)
		await restrictAuthor(editor, id, { kind: 'mute', reason: 'To be lifted.', until: '' })
		await addReaderNote(editor, id, 'To be removed.')
	}
}
