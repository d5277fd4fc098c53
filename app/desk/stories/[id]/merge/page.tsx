import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { mergeAction } from '@/app/desk/stories/[id]/merge/actions'
import { headlineOf } from '@/app/desk/stories/headline'
import { mergeSections } from '@/app/desk/stories/merge-sections'
import { storyMerge } from '@/app/desk/stories/story-merge'
import { storyOptions } from '@/app/desk/stories/story-options'
import { PageHead } from '@/components/desk/desk-frame'
import { deskTime } from '@/components/desk/desk-time'
import { PageNotice } from '@/components/desk/form/page-notice'
import { MergeForm } from '@/components/desk/stories/merge/merge-form'
import { findAutosave } from '@/domain/articles/autosave'
import { findStory } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'
import { isRefusal } from '@/lib/refusal'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	return { title: `Two texts: ${await headlineOf((await params).id)}` }
}

/** Merge of an unsaved text with a newer save of its story. */
export default async function MergePage({ params, searchParams }: Props) {
	const { id } = await params
	const path = `/desk/stories/${id}`
	const deskUser = await deskViewer(path, 'write stories')
	const story = await orErrorPage(findStory(deskUser, parseId(id)))
	const { autosave = '' } = await paramsIn(searchParams)
	const kept = await findAutosave(deskUser, autosave).catch(() => null)
	if (!kept) redirect(path)
	// Without a save in between, or above the limits of a story, the form shows the text.
	const merge = await storyMerge(deskUser, story.id, autosave).catch((error: unknown) => {
		if (isRefusal(error)) return null
		throw error
	})
	if (!merge || kept.baseRevisionId === story.headRevisionId) redirect(`${path}?autosave=${autosave}`)
	const { theirs } = merge
	const by = theirs.savedBy ?? 'Somebody'
	const { choices } = await storyOptions(deskUser, story.fields)
	const sections = mergeSections(merge, { by, ...choices })
	const conflicts = sections.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'conflict')).length
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title="Two texts of this story" headline={story.fields.headline}>
				<a href={path}>Back to the story</a>
			</PageHead>
			{notice && <PageNotice text={notice} />}
			<p>
				<bdi>{by}</bdi> saved this story at {deskTime(theirs.savedAt, await siteSettings())}, while you were
				writing. What one of you alone changed is put together.{' '}
				{conflicts === 0
					? 'No place was changed by both.'
					: conflicts === 1
						? 'One place was changed by both: please choose.'
						: `${conflicts} places were changed by both: please choose.`}
			</p>
			<MergeForm
				key={theirs.id}
				action={mergeAction}
				storyId={story.id}
				token={autosave}
				theirsId={theirs.id}
				by={by}
				sections={sections}
			/>
		</>
	)
}
