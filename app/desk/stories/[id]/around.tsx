import { relatedAction, seriesAction } from '@/app/desk/stories/series-actions'
import { RelatedForm } from '@/components/desk/stories/related-form'
import { SeriesForm } from '@/components/desk/stories/series-form'
import type { StaffViewer } from '@/domain/permissions'
import { listChosen } from '@/domain/related/choose'
import { findPart, listEmptySeries, listSeriesNames } from '@/domain/series/set-part'

/** The forms of a story's series and of its related stories, for editors. */
export async function Around({ viewer, storyId }: { viewer: StaffViewer; storyId: number }) {
	return (
		<>
			<SeriesForm
				storyId={storyId}
				place={await findPart(storyId)}
				names={await listSeriesNames(viewer)}
				empty={await listEmptySeries(viewer)}
				action={seriesAction}
			/>
			<RelatedForm storyId={storyId} chosen={await listChosen(viewer, storyId)} action={relatedAction} />
		</>
	)
}
