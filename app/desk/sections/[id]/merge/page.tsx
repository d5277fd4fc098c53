import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn } from '@/app/desk/params'
import { PageHead } from '@/components/desk/desk-frame'
import { MergeForm } from '@/components/desk/sections/merge-form'
import { MergeTargets } from '@/components/desk/sections/merge-targets'
import { findDeskSection, listDeskSections } from '@/domain/desk-sections'
import { mergeSectionAction } from '../../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export const metadata: Metadata = { title: 'Merge sections' }

/** First the choice of the target, by links; then the confirmation, which states the effects. */
export default async function MergePage({ params, searchParams }: Props) {
	const id = parseId((await params).id)
	const deskUser = await deskViewer(`/desk/sections/${id}/merge`, 'change settings')
	const section = await orErrorPage(findDeskSection(deskUser, id))
	const targets = (await listDeskSections(deskUser)).filter((each) => each.id !== id && !each.retired)
	const intoId = idIn((await paramsIn(searchParams)).into)
	const into = targets.find((each) => each.id === intoId)
	return (
		<>
			<PageHead title={into ? `Merge ${section.name} into ${into.name}?` : `Merge ${section.name}`}>
				<a href={`/desk/sections/${id}`}>Back to the section</a>
			</PageHead>
			{into ? (
				<MergeForm section={section} into={into} action={mergeSectionAction} />
			) : (
				<MergeTargets section={section} targets={targets} />
			)}
		</>
	)
}
