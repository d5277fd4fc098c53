import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { manageAction } from '@/app/desk/trash/actions'
import { PageHead } from '@/components/desk/desk-frame'
import { ManageForm } from '@/components/desk/stories/manage-form'
import { findStory } from '@/domain/articles/stories'
import { findWhyNotTrash } from '@/domain/articles/trash'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Copy or delete' }

export default async function ManagePage({ params }: Props) {
	const id = parseId((await params).id)
	const deskUser = await deskViewer(`/desk/stories/${id}/manage`, 'write stories')
	const story = await orErrorPage(findStory(deskUser, id))
	return (
		<>
			<PageHead title="Copy or delete" headline={story.fields.headline}>
				<a href={`/desk/stories/${id}`}>Back to the story</a>
			</PageHead>
			<ManageForm
				storyId={id}
				withdrawn={story.state === 'withdrawn'}
				whyNotTrash={await findWhyNotTrash(deskUser, id)}
				action={manageAction}
			/>
		</>
	)
}
