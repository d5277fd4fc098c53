import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { nameRevisionAction, restoreAction } from '@/app/desk/stories/[id]/history/actions'
import { headlineOf } from '@/app/desk/stories/headline'
import { revisionDiff } from '@/app/desk/stories/revision-diff'
import { PageHead } from '@/components/desk/desk-frame'
import { CompareWith } from '@/components/desk/stories/compare-with'
import { NameForm } from '@/components/desk/stories/name-form'
import { RestoreForm } from '@/components/desk/stories/restore-form'
import { RevisionComparison } from '@/components/desk/stories/revision-comparison'
import { RevisionFacts } from '@/components/desk/stories/revision-facts'
import { findRevision } from '@/domain/articles/history'
import { siteSettings } from '@/domain/settings'

type Props = { params: Promise<{ id: string; number: string }>; searchParams: Search }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
	const { id, number } = await params
	return { title: `Version ${number}: ${await headlineOf(id)}` }
}

/** A revision, compared with the one before it or with the one of the `with` parameter, and its restore form. */
export default async function RevisionPage({ params, searchParams }: Props) {
	const { id, number } = await params
	const deskUser = await deskViewer(`/desk/stories/${id}/history/${number}`, 'write stories')
	const storyId = parseId(id)
	const revision = await orErrorPage(findRevision(deskUser, storyId, parseId(number)))
	const { with: typed } = await paramsIn(searchParams)
	const other = await orErrorPage(
		findRevision(deskUser, storyId, typed ? parseId(typed) : revision.number - 1 || revision.total),
	)
	const [older, newer] = [revision, other].sort((one, another) => one.number - another.number)
	const history = `/desk/stories/${storyId}/history`
	return (
		<>
			<PageHead title={`Version ${revision.number} of ${revision.total}`} headline={revision.fields.headline}>
				<a href={history}>Back to the history</a>
			</PageHead>
			<RevisionFacts revision={revision} locale={await siteSettings()} />
			<RestoreForm
				// The form of another version must not keep this one's number.
				key={revision.number}
				action={restoreAction}
				storyId={storyId}
				number={revision.number}
				total={revision.total}
				baseRevisionId={revision.headRevisionId}
			/>
			<NameForm
				key={`name ${revision.number}`}
				action={nameRevisionAction}
				storyId={storyId}
				number={revision.number}
				name={revision.name}
				notice={await noticeIn(searchParams)}
			/>
			<CompareWith path={`${history}/${revision.number}`} revision={revision} other={other.number} />
			{older && newer && (
				<RevisionComparison older={older.number} newer={newer.number} fields={revisionDiff(older, newer)} />
			)}
		</>
	)
}
